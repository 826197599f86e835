/**
 * Where articles come from: sources and their state, polite fetching, readers of feeds, pages, sitemaps and mail. Knows neither editions nor subscribers.
 *
 * <ul>
 * <li>The source: {@code Source} and its register, rules, secrets, pace and leases; {@code SourceResource} is its API. Lists of sources: {@code Opml…}, {@code Outline}.
 * <li>One reading: {@code SourceReading} takes a {@code ReadErrand} and returns a {@code Reading}; entries gather in a {@code Harvest} and become a {@code FeedDocument}.
 * <li>What to read: {@code Discovery} with {@code FeedOffers}, {@code KnownSites}, {@code UsualPlaces}, {@code SiteVisit}. Whether we may: {@code Robots…}, {@code Rights}.
 * <li>Feeds: {@code FeedReader} for XML ({@code NodeBuilder}, {@code Namespaces}, {@code RssItem}, {@code Atom…}, {@code MediaPictures}), {@code JsonFeedReader} for JSON.
 * <li>XML that is broken: {@code Xml…}, with {@code XmlScanner} before all of them; {@code CharacterReferences}, {@code InternalEntities}, {@code Malformations}.
 * <li>Octets to text: {@code FeedText} for feeds, {@code PageText} for HTML; {@code CharsetSigns}, {@code Charsets}, the {@code …Reader}s of characters.
 * <li>Dates: {@code FeedDates} before {@code CommonDates}, {@code DateShapes}, {@code DateHabits}, {@code DateZones}; {@code PageDates} beside headlines.
 * <li>Pages that list articles: {@code PageReader} with {@code PageLinks}, {@code PageCard}, {@code PageChrome}, {@code Link…}, {@code ListedItems}, {@code PageSelectors}.
 * <li>What is neither feed nor ordinary page: {@code PathReader} by an operator's paths ({@code JsonPath}, {@code JsonField}, {@code XPathQuery} on an {@code XPathTree},
 *     {@code Selection}, {@code SelectorTally}); {@code DataLists} without settings ({@code JsonTree}, {@code XmlObjects}, {@code ScriptedData}, {@code Object…}).
 * <li>Sitemaps: {@code SitemapReader}, {@code SitemapScan}, {@code SitemapOrder}. Where a picture really is, on all pages: {@code ImageSource}.
 * <li>Newsletters: {@code MailParser} cuts a mail into {@code MailPart}s, {@code NewsletterReader} makes an article of it. Push (WebSub): {@code Hub…}.
 * </ul>
 */
package org.broadsheet.source;
