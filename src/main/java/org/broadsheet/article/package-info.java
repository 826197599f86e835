/**
 * Articles, their pictures, and stories (the same news from several sources); cleaning and summaries. Knows no mail. How the article is found
 * on its own page is a room within: {@code article.page}.
 *
 * <ul>
 * <li>The article: {@code Article}, its {@code ArticleRevision}s, {@code ArticleDesk} and {@code ArticleResource} for its API; {@code ArticleStore} stores what came in.
 * <li>Ingest: {@code IngestTicker} and {@code RefreshResource} call {@code Ingest}, which notes in {@code IngestBook}; {@code PushQueue} and {@code HubCallbackResource} for hubs.
 * <li>Which article an entry is: {@code Entry}, {@code ReadEntries}, {@code KnownArticles}, {@code CanonicalAddress}, {@code FullerText}.
 * <li>Cleaning: {@code BodyCleaner} in its steps ({@code EditorMarkup}, {@code PictureMarkup}, {@code Embeds}, {@code LayoutTables}, {@code BlockOrder}, {@code PageFurniture},
 * {@code Links}, {@code BodyLimits}); {@code CleanText} for text in one line, {@code PlainText} for what a body says, {@code ShownText} for what may be shown.
 * <li>The article's page: {@code PageDesk} with {@code PageWish}, {@code PageClaims}, {@code PageBook}; {@code Completion} adds what it brought.
 * <li>Which picture: {@code PictureChooser} with {@code PictureCandidate}, {@code PictureSignal}, {@code PictureAddress}; {@code AltText}, {@code HousePictures}, {@code TrackingPixels}.
 * <li>Making it: {@code PictureDesk}, {@code PictureQueue} and {@code PictureStudio}; heads of files ({@code PictureKind}, {@code JpegNotes}, {@code …Head}), {@code PictureDecoder},
 * {@code CropFrame}, {@code RenditionMaker}; {@code PictureCopier} does all of it; stored as {@code Pictures}, served by {@code PictureResource} through {@code PictureCache}.
 * <li>Pictures in texts: {@code BodyPictureDesk} copies what {@code BodyPictureQueue} wants; {@code BodyPictures} says which are shown, told apart by {@code PictureSketch};
 * {@code BodyFigures} sets them. {@code PicturePurge} removes what nobody shows any more.
 * <li>Stories: {@code Stories} over {@code StoryBands} and {@code StoryLookup}; {@code Likeness} compares {@code NewsMark}s of {@code NewsWords}, {@code Headline}, {@code Genre}.
 * <li>Summaries: {@code ExtractiveSummariser} ({@code Sentences}, {@code Centrality}, {@code Boilerplate}), or a model: {@code SummaryDesk}, {@code ModelSummariser}, {@code Faithfulness}.
 * <li>Newsletters: {@code MailboxTicker}, {@code LetterDesk}, {@code LetterResource}, {@code LetterPictures}, {@code LetterPage}.
 * </ul>
 */
package org.broadsheet.article;
