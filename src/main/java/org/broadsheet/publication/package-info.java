/** What is published: identity, masthead and contacts, sender, schedule, selection rules, sections. Knows neither articles nor mail. */
package org.broadsheet.publication;
