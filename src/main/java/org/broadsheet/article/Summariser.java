package org.broadsheet.article;

import java.util.Locale;

/** Port: says in a few sentences what an article is about. What is built in calls nobody; a service with a language model may take its place. */
public interface Summariser {

    /**
     * @param standfirst of the article, "" if it has none
     * @param body       paragraphs separated by line feeds
     * @return whole sentences, "" if there is nothing to say
     */
    String summarise(String title, String standfirst, String body, Locale language);
}
