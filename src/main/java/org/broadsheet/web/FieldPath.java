package org.broadsheet.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Where in a body a value stands that was refused, as the one who sent it sees it: {@code contacts[0].phone}. */
final class FieldPath {

    private static final Set<ElementKind> OURS = EnumSet.of(ElementKind.METHOD, ElementKind.PARAMETER);
    private static final Pattern ELEMENT = Pattern.compile("\\.?<[^>]*>");

    private FieldPath() {
    }

    static String of(ConstraintViolation<?> violation) {
        var ours = StreamSupport.stream(violation.getPropertyPath().spliterator(), false).map(Path.Node::getKind).filter(OURS::contains).count();
        var whole = ELEMENT.matcher(violation.getPropertyPath().toString()).replaceAll("");
        var parts = whole.split("\\.", (int) ours + 1);
        var path = parts[parts.length - 1];
        var leaf = path.substring(path.lastIndexOf('.') + 1);
        return path.substring(0, path.length() - leaf.length()) + concerned(violation.getLeafBean(), leaf);
    }

    private static String concerned(Object body, String check) {
        if (body == null) {
            return check;
        }
        return Arrays.stream(body.getClass().getMethods()).filter(method -> method.getName().equalsIgnoreCase("is" + check) && method.isAnnotationPresent(Concerns.class))
                .findFirst().map(method -> method.getAnnotation(Concerns.class).value()).orElse(check);
    }
}
