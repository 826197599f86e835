package org.broadsheet.site;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.validation.ConstraintViolationException;

import org.broadsheet.web.Problem;
import org.broadsheet.web.Refusal;

/** Why a draft was not saved, in words, each at its field of the form. */
final class DraftProblems {

    private static final Pattern OF_STORY = Pattern.compile("stories\\[(\\d+)]\\.(\\w+)");
    private static final Pattern OF_NOTE = Pattern.compile("blocks\\[0]\\.(text|heading|signature)");

    private DraftProblems() {
    }

    static List<AdminDraft.Problem> of(ConstraintViolationException invalid, DraftEdits edits) {
        return invalid.getConstraintViolations().stream().map(violation -> problem(violation.getPropertyPath().toString(), violation.getMessage(), edits)).toList();
    }

    static List<AdminDraft.Problem> of(Refusal refusal, DraftEdits edits) {
        if (refusal.status() == 409) {
            return List.of(new AdminDraft.Problem("", refusal.getMessage() + ". What you typed stands below; save it again to put it in place of what is there."));
        }
        return refusal.errors().isEmpty() ? List.of(new AdminDraft.Problem("", refusal.getMessage()))
                : refusal.errors().stream().map((Problem.FieldError error) -> problem(error.field(), error.message(), edits)).toList();
    }

    private static AdminDraft.Problem problem(String path, String message, DraftEdits edits) {
        var story = OF_STORY.matcher(path);
        if (story.matches()) {
            var place = Integer.parseInt(story.group(1));
            return new AdminDraft.Problem(story.group(2) + "-" + edits.order().get(place), "Story " + (place + 1) + ", " + story.group(2) + ": " + message);
        }
        var note = OF_NOTE.matcher(path);
        if (note.matches()) {
            return new AdminDraft.Problem(note.group(1).equals("text") ? "note" : "note-" + note.group(1), "Opening note, " + note.group(1) + ": " + message);
        }
        return new AdminDraft.Problem(path.equals("subject") || path.equals("preheader") ? path : "", path + ": " + message);
    }
}
