/** Pages that compose several rooms: the server's front page, the operator's dashboard. */
package org.broadsheet.site;
