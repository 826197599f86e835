/** Where articles come from: sources and their state, polite fetching, readers of feeds. Knows neither editions nor subscribers. */
package org.broadsheet.source;
