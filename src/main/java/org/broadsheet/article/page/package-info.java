/** The article on a web page: its text without what stands around it, and what the page says of it. Pure code, nothing is fetched or stored here. */
package org.broadsheet.article.page;
