package org.broadsheet.mail.css;

import java.util.ArrayDeque;
import java.util.Locale;

import org.broadsheet.mail.css.Selector.AnyOf;
import org.broadsheet.mail.css.Selector.Attribute;
import org.broadsheet.mail.css.Selector.ClassName;
import org.broadsheet.mail.css.Selector.Compound;
import org.broadsheet.mail.css.Selector.Has;
import org.broadsheet.mail.css.Selector.Id;
import org.broadsheet.mail.css.Selector.NoneOf;
import org.broadsheet.mail.css.Selector.Position;
import org.broadsheet.mail.css.Selector.Simple;
import org.broadsheet.mail.css.Selector.State;

/** Asks elements of one document whether selectors hold, in a bounded number of steps. */
final class SelectorMatcher {

    private static final int MOST_STEPS = 20_000_000;

    private final boolean quirks;
    private int steps;

    /** @param quirks the document is in quirks mode, in which classes and ids have no case (DOM Standard) */
    SelectorMatcher(boolean quirks) {
        this.quirks = quirks;
    }

    /** @throws RefusedCssException after too many steps for the whole document */
    boolean matches(Selector selector, StyledElement element) {
        return matches(selector, selector.compounds().size() - 1, element, null);
    }

    private boolean matches(Selector selector, int place, StyledElement element, StyledElement scope) {
        if (!matches(selector.compounds().get(place), element, scope)) {
            return false;
        }
        if (place == 0) {
            return true;
        }
        return switch (selector.combinators().charAt(place - 1)) {
            case '>' -> element.parent != null && matches(selector, place - 1, element.parent, scope);
            case '+' -> element.previous() != null && matches(selector, place - 1, element.previous(), scope);
            case '~' -> before(selector, place - 1, element, scope);
            default -> above(selector, place - 1, element, scope);
        };
    }

    private boolean above(Selector selector, int place, StyledElement element, StyledElement scope) {
        for (var ancestor = element.parent; ancestor != null; ancestor = ancestor.parent) {
            if (matches(selector, place, ancestor, scope)) {
                return true;
            }
        }
        return false;
    }

    private boolean before(Selector selector, int place, StyledElement element, StyledElement scope) {
        for (var sibling = element.previous(); sibling != null; sibling = sibling.previous()) {
            if (matches(selector, place, sibling, scope)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(Compound compound, StyledElement element, StyledElement scope) {
        step();
        if (!compound.tag().isEmpty() && !compound.tag().equals(element.tag)) {
            return false;
        }
        for (var test : compound.tests()) {
            if (!holds(test, element, scope)) {
                return false;
            }
        }
        return true;
    }

    private void step() {
        if (++steps > MOST_STEPS) {
            throw new RefusedCssException("its selectors take more than " + MOST_STEPS + " steps in this document");
        }
    }

    private boolean holds(Simple test, StyledElement element, StyledElement scope) {
        return switch (test) {
            case Id id -> same(id.name(), element.id);
            case ClassName name -> hasClass(name.name(), element);
            case Attribute attribute -> holds(attribute, element);
            case Position position -> holds(position, element);
            case AnyOf any -> any.selectors().stream().anyMatch(selector -> matches(selector, selector.compounds().size() - 1, element, scope));
            case NoneOf none -> none.selectors().stream().noneMatch(selector -> matches(selector, selector.compounds().size() - 1, element, scope));
            case Has has -> has.selectors().stream().anyMatch(selector -> has(selector, element));
            case State state -> holds(state, element, scope);
        };
    }

    private boolean same(String wanted, String found) {
        return !found.isEmpty() && (quirks ? wanted.equalsIgnoreCase(found) : wanted.equals(found));
    }

    private boolean hasClass(String wanted, StyledElement element) {
        for (var name : element.classes) {
            if (same(wanted, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(State state, StyledElement element, StyledElement scope) {
        return switch (state) {
            case ROOT -> element.parent == null;
            case EMPTY -> element.isEmpty();
            case LINK -> (element.tag.equals("a") || element.tag.equals("area")) && element.element.hasAttr("href");
            case SCOPE -> element == scope;
            case NEVER -> false;
        };
    }

    private static boolean holds(Attribute attribute, StyledElement element) {
        if (!element.element.hasAttr(attribute.name())) {
            return false;
        }
        var found = element.element.attr(attribute.name());
        var wanted = attribute.value();
        if (attribute.anyCase()) {
            found = found.toLowerCase(Locale.ROOT);
            wanted = wanted.toLowerCase(Locale.ROOT);
        }
        return switch (attribute.test()) {
            case '=' -> found.equals(wanted);
            case '~' -> !wanted.isEmpty() && !wanted.contains(" ") && (" " + found.replaceAll("[\\t\\n\\r\\f]", " ") + " ").contains(" " + wanted + " ");
            case '|' -> found.equals(wanted) || found.startsWith(wanted + "-");
            case '^' -> !wanted.isEmpty() && found.startsWith(wanted);
            case '$' -> !wanted.isEmpty() && found.endsWith(wanted);
            case '*' -> !wanted.isEmpty() && found.contains(wanted);
            default -> true;
        };
    }

    private boolean holds(Position position, StyledElement element) {
        if (!position.ofType()) {
            return position.holds(position.fromEnd() ? element.siblings() - element.index : element.index + 1);
        }
        var place = 1;
        var direction = position.fromEnd() ? 1 : -1;
        for (var distance = direction; element.sibling(distance) != null; distance += direction) {
            step();
            place += element.sibling(distance).tag.equals(element.tag) ? 1 : 0;
        }
        return position.holds(place);
    }

    private boolean has(Selector selector, StyledElement scope) {
        var among = new ArrayDeque<StyledElement>();
        var combinator = selector.combinators().charAt(0);
        if (combinator == ' ' || combinator == '>') {
            among.addAll(scope.children());
        } else {
            for (var distance = 1; scope.sibling(distance) != null; distance++) {
                among.add(scope.sibling(distance));
            }
        }
        while (!among.isEmpty()) {
            var candidate = among.pop();
            if (matches(selector, selector.compounds().size() - 1, candidate, scope)) {
                return true;
            }
            candidate.children().forEach(among::push);
        }
        return false;
    }
}
