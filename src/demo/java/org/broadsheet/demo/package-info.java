/**
 * A newspaper on one's own machine: sources to read, a relay with an inbox, and the service between them, driven through its public API.
 * Needs nothing but the JDK, and is never in the service's jar.
 */
package org.broadsheet.demo;
