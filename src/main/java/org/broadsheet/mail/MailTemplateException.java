package org.broadsheet.mail;

/** A mail template that cannot be parsed or rendered, or that renders to a mail that must not be sent. */
public final class MailTemplateException extends RuntimeException {

    private final transient TemplateProblem problem;

    MailTemplateException(TemplateProblem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public TemplateProblem problem() {
        return problem;
    }
}
