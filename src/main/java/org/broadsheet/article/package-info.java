/** Articles, their pictures, and stories (the same news from several sources); cleaning and summaries. Knows no mail. */
package org.broadsheet.article;
