package org.broadsheet.web;

import java.util.Set;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** PATCH as a merge patch (RFC 7396): what is given replaces, null empties, what is absent stays. */
@Singleton
public class JsonPatch {

    private final ObjectMapper json;
    private final Validator validator;

    JsonPatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The body with the patch merged in, read and validated like a new one.
     *
     * @throws ConstraintViolationException if the result is not valid
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) throws JsonProcessingException {
        if (!patch.isObject()) {
            throw Refusal.invalid("body", "must be a JSON object");
        }
        var merged = merge(json.valueToTree(current), (ObjectNode) patch);
        return validated(json.treeToValue(merged, type));
    }

    /** @throws ConstraintViolationException if it is not valid */
    public <T> T validated(T body) {
        var violations = validator.validate(body);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(Set.copyOf(violations));
        }
        return body;
    }

    private static JsonNode merge(JsonNode target, ObjectNode patch) {
        var result = target instanceof ObjectNode object ? object : patch.objectNode();
        patch.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode nested) {
                result.set(field.getKey(), merge(result.path(field.getKey()), nested));
            } else {
                result.set(field.getKey(), field.getValue());
            }
        });
        return result;
    }
}
