package org.broadsheet.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.ws.rs.core.MultivaluedMap;

import org.broadsheet.delivery.EditionView;
import org.broadsheet.edition.Block;
import org.broadsheet.edition.BlockContent;
import org.broadsheet.edition.DraftChange;
import org.broadsheet.edition.EditionItem;

/** What an editor typed into the form of a draft, and which of its buttons he pressed. */
record DraftEdits(MultivaluedMap<String, String> form) {

    private static final Set<String> MOVES = Set.of("up", "down", "lead", "drop");

    /** A button: what it does, and to what. */
    private record Pressed(String act, String what) {

        static Pressed of(String value) {
            var colon = value.indexOf(':');
            return colon < 0 ? new Pressed(value, "") : new Pressed(value.substring(0, colon), value.substring(colon + 1));
        }
    }

    private Pressed pressed() {
        return Pressed.of(text("do"));
    }

    /** Whether the rest is to be chosen again, once this is saved. */
    boolean refills() {
        return pressed().act().equals("refill");
    }

    /** The story that was moved or taken in; "" if none was. */
    String moved() {
        return (MOVES.contains(pressed().act()) || pressed().act().equals("add")) && order().contains(pressed().what()) ? pressed().what() : "";
    }

    String subject() {
        return pressed().act().equals("subject") ? pressed().what() : text("subject");
    }

    String preheader() {
        return pressed().act().equals("preheader") ? pressed().what() : text("preheader");
    }

    AdminDraft.Note note() {
        return new AdminDraft.Note(text("note-heading"), text("note"), text("note-signature"));
    }

    /** The change as the API would take it, so that it is checked by the same rules. */
    DraftChange change(EditionView before) {
        return new DraftChange(subject(), preheader(), order().stream().map(this::story).toList(), blocks(before.blocks()), revision());
    }

    private Integer revision() {
        var text = text("revision");
        return text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }

    /** The stories as they were typed, in their new order, with what the form does not say. */
    List<AdminDraft.Story> stories(AdminDraft shown) {
        var order = order();
        return IntStream.range(0, order.size()).mapToObj(place -> {
            var id = order.get(place);
            var known = shown.stories().stream().filter(story -> story.id().equals(id)).findFirst();
            return new AdminDraft.Story(id, place + 1, text("kicker-" + id), text("headline-" + id), text("standfirst-" + id), text("summary-" + id),
                    known.map(AdminDraft.Story::source).orElse(""), known.map(AdminDraft.Story::url).orElse(""), role(id).orElse(EditionItem.Role.STORY), text("section-" + id),
                    pinned(id) ? AdminDraft.Pin.PINNED : AdminDraft.Pin.LOOSE);
        }).toList();
    }

    /** The ids of the stories after the button. */
    List<String> order() {
        var order = new ArrayList<>(Optional.ofNullable(form.get("story")).orElse(List.of()));
        var pressed = pressed();
        var at = order.indexOf(pressed.what());
        if (pressed.act().equals("add") && at < 0) {
            order.add(pressed.what());
        } else if (at >= 0 && MOVES.contains(pressed.act())) {
            order.remove(at);
            switch (pressed.act()) {
                case "up" -> order.add(Math.max(0, at - 1), pressed.what());
                case "down" -> order.add(Math.min(order.size(), at + 1), pressed.what());
                case "lead" -> order.addFirst(pressed.what());
                default -> { // dropped
                }
            }
        }
        return order;
    }

    private DraftChange.StoryChange story(String id) {
        if (!form.containsKey("headline-" + id)) {
            return new DraftChange.StoryChange(id, null, null, null, null, null, null, null); // taken in just now
        }
        return new DraftChange.StoryChange(id, text("kicker-" + id), text("headline-" + id), text("standfirst-" + id), text("summary-" + id), role(id).orElse(null), text("section-" + id),
                pinned(id));
    }

    private boolean pinned(String id) {
        return form.containsKey("pinned-" + id);
    }

    private Optional<EditionItem.Role> role(String id) {
        return switch (text("role-" + id)) {
            case "BRIEF" -> Optional.of(EditionItem.Role.BRIEF);
            case "STORY" -> Optional.of(EditionItem.Role.STORY);
            default -> Optional.empty();
        };
    }

    /** The blocks that stay, with the note as it was typed. */
    private List<BlockContent> blocks(List<BlockContent> before) {
        var left = Optional.ofNullable(form.get("leave")).orElse(List.of());
        var noteAt = noteAt(before);
        var blocks = new ArrayList<BlockContent>();
        var typed = note();
        if (!typed.text().isBlank() || !typed.heading().isBlank() || !typed.signature().isBlank()) {
            blocks.add(new BlockContent(BlockContent.Kind.NOTE, noteAt < 0 ? null : before.get(noteAt).place(), null, orNull(typed.heading()), typed.text(), orNull(typed.signature()),
                    null, null, null, null, null));
        }
        IntStream.range(0, before.size()).filter(at -> at != noteAt && !left.contains(String.valueOf(at))).forEach(at -> blocks.add(before.get(at)));
        return blocks;
    }

    /** Which of the blocks is the editor's note at the opening; -1 if none is. */
    static int noteAt(List<BlockContent> blocks) {
        return IntStream.range(0, blocks.size()).filter(at -> blocks.get(at).kind() == BlockContent.Kind.NOTE
                && (blocks.get(at).place() == null || blocks.get(at).place() == Block.Spot.OPENING)).findFirst().orElse(-1);
    }

    private static String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    private String text(String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("").replace("\r\n", "\n").strip();
    }
}
