package org.broadsheet.web;

import jakarta.inject.Singleton;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;

/** The style sheet of one publication, linked after the common one. */
@Singleton
public class ThemeSheet {

    private final Template template;

    ThemeSheet(@Location("web/theme.css") Template template) {
        this.template = template;
    }

    public TemplateInstance of(Theme theme) {
        return template.data("theme", theme);
    }
}
