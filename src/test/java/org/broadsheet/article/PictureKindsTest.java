package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of picture that is sent to us, the good, the damaged and the malicious (F5). */
class PictureKindsTest {

    @Test
    void aPhotographBecomesALargeAndASmallJpeg() {
        PictureStudio.Result.Made made = made(SamplePictures.jpeg(1600, 1067));
        assertThat(made.width()).isEqualTo(1600);
        assertThat(made.height()).isEqualTo(1067);
        assertThat(made.hash()).matches("[0-9a-f]{64}");
        assertThat(made.renditions()).extracting(r -> r.width() + "x" + r.height() + " " + r.mediaType())
                .containsExactly("1200x675 image/jpeg", "600x400 image/jpeg");
        for (PictureStudio.Rendition rendition : made.renditions()) {
            BufferedImage image = SamplePictures.decoded(rendition.bytes());
            assertThat(image.getWidth()).isEqualTo(rendition.width());
            assertThat(image.getHeight()).isEqualTo(rendition.height());
            assertThat(near(image.getRGB(image.getWidth() / 2, 5), Color.RED)).isTrue();
            assertThat(near(image.getRGB(image.getWidth() / 2, image.getHeight() - 5), Color.BLUE)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp"})
    void pngGifAndBmpAreRead(String format) {
        byte[] bytes = SamplePictures.encoded(SamplePictures.halves(800, 600, BufferedImage.TYPE_INT_RGB), format);
        assertThat(near(topOf(made(bytes)), Color.RED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "alpha.webp", "animated.webp"})
    void webpIsReadWithItsFirstFrame(String file) throws IOException {
        PictureStudio.Result.Made made = made(resource(file));
        assertThat(made.width()).isEqualTo(400);
        assertThat(made.height()).isEqualTo(260);
        BufferedImage small = SamplePictures.decoded(made.renditions().get(1).bytes());
        assertThat(near(small.getRGB(350, 20), new Color(124, 163, 206))).as("the sky is blue: %x", small.getRGB(350, 20)).isTrue();
    }

    @Test
    void theTransparentPartOfAWebpIsWhite() throws IOException {
        assertThat(near(SamplePictures.decoded(made(resource("alpha.webp")).renditions().getFirst().bytes()).getRGB(5, 100), Color.WHITE)).isTrue();
    }

    @Test
    void avifHeicTiffAndOthersAreRefusedByName() throws IOException {
        assertThat(refused(resource("still.avif"))).contains("AVIF", "JPEG, PNG or WebP");
        assertThat(refused("\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1))).contains("HEIC");
        assertThat(refused("\0\0\0\u0018ftypisom\0\0\0\0mp42".getBytes(StandardCharsets.ISO_8859_1))).contains("film");
        assertThat(refused(SamplePictures.encoded(SamplePictures.halves(800, 600, BufferedImage.TYPE_INT_RGB), "tiff"))).contains("TIFF");
        assertThat(refused("\u00ff\n rest".getBytes(StandardCharsets.ISO_8859_1))).contains("JPEG XL");
        assertThat(refused("\0\0\1\0\1\0".getBytes(StandardCharsets.ISO_8859_1))).contains("icon");
    }

    @Test
    void greySixteenBitAndPalettePicturesKeepTheirBrightness() {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_INDEXED}) {
            BufferedImage image = new BufferedImage(800, 600, type);
            for (int y = 0; y < 600; y++) {
                for (int x = 0; x < 800; x++) {
                    int value = y < 300 ? 128 : x * 255 / 800;
                    if (type == BufferedImage.TYPE_BYTE_INDEXED) {
                        image.setRGB(x, y, value << 16 | value << 8 | value);
                    } else {
                        image.getRaster().setSample(x, y, 0, type == BufferedImage.TYPE_USHORT_GRAY ? value * 257 : value);
                    }
                }
            }
            int top = topOf(made(SamplePictures.encoded(image, "png")));
            assertThat(new Color(top).getRed()).as("type %d", type).isBetween(118, 138);
        }
    }

    @Test
    void greyWithTransparencyKeepsItsBrightness() throws IOException {
        assertThat(new Color(topOf(made(SamplePictures.greyWithAlpha(800, 600, 128)))).getRed()).isBetween(118, 138);
    }

    @Test
    void fourPrintingInksAreReadInTheirColours() throws IOException {
        PictureStudio.Result.Made made = made(SamplePictures.cmyk(800, 600, new int[] {0, 255, 255, 0}, new int[] {0, 0, 0, 0}));
        assertThat(near(topOf(made), Color.RED)).isTrue();
        BufferedImage large = SamplePictures.decoded(made.renditions().getFirst().bytes());
        assertThat(near(large.getRGB(large.getWidth() / 2, large.getHeight() - 10), Color.WHITE)).isTrue();
    }

    /** Linear RGB is a real profile of the JDK: stored 55 means a middle grey of 128 on a screen. */
    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "webp"})
    void aColourProfileIsHonoured(String format) throws IOException {
        byte[] profile = java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_LINEAR_RGB).getData();
        byte[] plain = format.equals("webp") ? resource("lossy.webp") : SamplePictures.encoded(SamplePictures.halves(800, 600, new Color(55, 55, 55), Color.WHITE), format);
        int before = topOf(made(plain));
        int after = topOf(made(SamplePictures.withProfile(plain, format, profile)));
        if (!format.equals("webp")) {
            assertThat(new Color(before).getRed()).isBetween(50, 60);
            assertThat(new Color(after).getRed()).isBetween(122, 134);
        }
        assertThat(new Color(after).getGreen()).isGreaterThan(new Color(before).getGreen() + 20);
    }

    @Test
    void aWideGamutPhotographIsNotDull() throws IOException {
        byte[] plain = SamplePictures.encoded(SamplePictures.halves(800, 600, new Color(200, 80, 60), Color.WHITE), "png");
        Color before = new Color(topOf(made(plain)));
        Color after = new Color(topOf(made(SamplePictures.withProfile(plain, "png", SamplePictures.displayP3()))));
        assertThat(after.getRed()).isGreaterThan(before.getRed() + 8);
        assertThat(after.getGreen()).isLessThan(before.getGreen() - 4);
    }

    @Test
    void aProfileThatIsBrokenOrABombIsIgnored() throws IOException {
        byte[] plain = SamplePictures.encoded(SamplePictures.halves(800, 600, new Color(200, 80, 60), Color.WHITE), "png");
        byte[] broken = java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_LINEAR_RGB).getData();
        Arrays.fill(broken, 128, broken.length, (byte) 0x7f);
        assertThat(near(topOf(made(SamplePictures.withProfile(plain, "png", broken))), new Color(200, 80, 60))).isTrue();
        byte[] bomb = SamplePictures.withProfileBomb(plain);
        long before = allocated();
        assertThat(near(topOf(made(bomb)), new Color(200, 80, 60))).isTrue();
        assertThat(allocated() - before).isLessThan(60_000_000);
    }

    @Test
    void whatIsHiddenBehindThePictureOrBesideItNeverComesOut() {
        byte[] jpeg = SamplePictures.jpeg(800, 600);
        byte[] polyglot = Arrays.copyOf(jpeg, jpeg.length + 64);
        System.arraycopy("<script>alert(1)</script>PK".getBytes(StandardCharsets.ISO_8859_1), 0, polyglot, jpeg.length, 27);
        made(polyglot).renditions().forEach(r -> assertThat(new String(r.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script"));
    }

    @Test
    void onlyStructureAndPixelsAreWritten() {
        made(SamplePictures.turned(SamplePictures.jpeg(800, 600), 6)).renditions().forEach(rendition -> {
            JpegNotes notes = JpegNotes.of(rendition.bytes());
            assertThat(notes.orientation()).isEqualTo(1);
            assertThat(notes.profile()).isEmpty();
            assertThat(notes.progressive()).isTrue();
            assertThat(new String(rendition.bytes(), 0, 400, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "http", "ICC_PROFILE", "Photoshop");
        });
    }

    @Test
    void aJpegWhoseLastBytesAreMissingIsShownWithoutThem() throws IOException {
        byte[] whole = SamplePictures.encoded(SampleScenes.all().get(4).image(), "jpeg");
        PictureStudio.Result.Made made = made(Arrays.copyOf(whole, (int) (whole.length * 0.97)));
        assertThat(made.height()).isBetween(1260, 1400);
        assertThat(refused(Arrays.copyOf(whole, whole.length / 2))).contains("broken");
    }

    @Test
    void aFilmIsNoPicture() {
        assertThat(refused(SamplePictures.gif(400, 300, 201))).contains("film", "201 frames");
        assertThat(refused(SamplePictures.gif(1000, 900, 30))).contains("film");
        assertThat(made(SamplePictures.gif(400, 300, 12)).width()).isEqualTo(400);
        assertThat(refused(SamplePictures.gif(400, 300, 10_000))).contains("film");
    }

    @Test
    void theFirstFrameOfAnAnimationIsShown() {
        assertThat(near(topOf(made(SamplePictures.gif(400, 300, 12))), Color.RED)).isTrue();
    }

    @Test
    void aBitmapThatHoldsSomethingElseIsRefused() {
        byte[] bmp = SamplePictures.encoded(SamplePictures.halves(800, 600, BufferedImage.TYPE_INT_RGB), "bmp");
        byte[] embedded = bmp.clone();
        embedded[30] = 4; // BI_JPEG
        assertThat(refused(embedded)).contains("contradicts itself");
        byte[] palette = bmp.clone();
        palette[49] = 0x7f; // two thousand million colours
        assertThat(refused(palette)).contains("contradicts itself");
        byte[] huge = bmp.clone();
        huge[20] = 0x7f;
        assertThat(refused(huge)).contains("too large");
    }

    @Test
    void aSubjectInAPortraitIsKeptWholeAndNotStretched() {
        BufferedImage portrait = new BufferedImage(900, 1800, BufferedImage.TYPE_INT_RGB);
        var graphics = portrait.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 900, 1800);
        graphics.setColor(Color.RED);
        graphics.fillOval(300, 400, 300, 300);
        graphics.dispose();
        BufferedImage small = SamplePictures.decoded(made(SamplePictures.encoded(portrait, "png")).renditions().get(1).bytes());
        int left = 600, right = 0, top = 400, bottom = 0;
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 600; x++) {
                if (near(small.getRGB(x, y), Color.RED)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        assertThat(right - left).isBetween(190, 205);
        assertThat(bottom - top).isBetween(190, 205);
    }

    @Test
    void solidColoursAreTakenForPlanesAndFogIsNot() {
        for (String format : new String[] {"png", "jpeg"}) {
            assertThat(made(SamplePictures.encoded(SamplePictures.halves(800, 600, Color.LIGHT_GRAY, Color.LIGHT_GRAY), format)).looks()).isEqualTo(PictureSubstance.Looks.PLANE);
        }
        assertThat(made(SamplePictures.encoded(SamplePictures.placeholder(1200, 800), "jpeg")).looks()).isEqualTo(PictureSubstance.Looks.PLANE);
        assertThat(made(SamplePictures.encoded(SampleScenes.foggy(1200, 800), "jpeg")).looks()).isNotEqualTo(PictureSubstance.Looks.PLANE);
        assertThat(made(SamplePictures.encoded(SamplePictures.halves(800, 600, Color.RED, Color.WHITE), "png")).looks()).isEqualTo(PictureSubstance.Looks.GRAPHIC);
        assertThat(PictureSubstance.entropy(SmallCopy.of(SampleScenes.foggy(1200, 800)))).isGreaterThan(2.5);
    }

    @Test
    void aLogoOnTransparentGroundIsRefusedAndACutOutPhotographIsNot() {
        assertThat(refused(SamplePictures.encoded(SamplePictures.logo(800, 400), "png"))).contains("logo");
        BufferedImage photograph = SampleScenes.all().get(7).image();
        BufferedImage cutOut = new BufferedImage(photograph.getWidth(), photograph.getHeight(), BufferedImage.TYPE_INT_ARGB);
        var graphics = cutOut.createGraphics();
        graphics.setClip(new java.awt.geom.Ellipse2D.Double(300, 300, 1000, 1000));
        graphics.drawImage(photograph, 0, 0, null);
        graphics.dispose();
        assertThat(made(SamplePictures.encoded(cutOut, "png")).renditions()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 800, 600, top", "3, 800, 600, bottom", "6, 600, 800, right", "8, 600, 800, left"})
    void aPictureFromACameraHeldSidewaysStandsUpright(int orientation, int width, int height, String red) {
        PictureStudio.Result.Made made = made(SamplePictures.turned(SamplePictures.jpeg(800, 600), orientation));
        assertThat(made.width()).isEqualTo(width);
        assertThat(made.height()).isEqualTo(height);
        BufferedImage small = SamplePictures.decoded(made.renditions().get(1).bytes());
        int x = switch (red) {
            case "right" -> 590;
            case "left" -> 10;
            default -> 300;
        };
        int y = switch (red) {
            case "top" -> 10;
            case "bottom" -> 390;
            default -> 200;
        };
        assertThat(near(small.getRGB(x, y), Color.RED)).isTrue();
        assertThat(near(small.getRGB(599 - x, 399 - y), Color.BLUE) || "top".equals(red) || "bottom".equals(red)).isTrue();
    }

    @Test
    void whatTheCameraNotedIsGone() {
        byte[] original = SamplePictures.turned(SamplePictures.jpeg(800, 600), 1);
        assertThat(new String(original, StandardCharsets.ISO_8859_1)).contains("HOMEADDRESS");
        made(original).renditions().forEach(r -> assertThat(new String(r.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("HOMEADDRESS", "Exif"));
    }

    @Test
    void aTurnedBannerIsABanner() {
        assertThat(refused(SamplePictures.turned(SamplePictures.jpeg(1000, 410), 6))).contains("banner");
    }

    @Test
    void aSmallFileThatClaimsToBeHugeIsNotDecoded() throws IOException {
        assertThat(refused(SamplePictures.pngClaiming(30_000, 30_000))).contains("too large");
        assertThat(refused(SamplePictures.pngClaiming(Integer.MAX_VALUE, Integer.MAX_VALUE))).isNotBlank();
        assertThat(refused(SamplePictures.pngClaiming(0, 0))).isNotBlank();
    }

    @Test
    void aCompressedRemarkIsNotInflated() throws IOException {
        byte[] bomb = SamplePictures.withTextBomb(SamplePictures.encoded(SamplePictures.halves(800, 600, BufferedImage.TYPE_INT_RGB), "png"));
        long before = allocated();
        made(bomb);
        assertThat(allocated() - before).isLessThan(60_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg'/>", "<?xml version='1.0'?><!-- x --><svg onload='alert(1)'/>", "<!DOCTYPE html><html></html>", "", "GIF89a", "RIFF1234WEBPVP8 ",
        "BM and so on", "II*\u0000 and so on", "just text", "\u0000\u0000\u0000\u001cftypavif"})
    void whatIsNoPictureIsRefusedInWords(String content) {
        assertThat(refused(content.getBytes(StandardCharsets.ISO_8859_1))).isNotBlank();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static int topOf(PictureStudio.Result.Made made) {
        BufferedImage large = SamplePictures.decoded(made.renditions().getFirst().bytes());
        return large.getRGB(large.getWidth() / 2, 20);
    }

    private static byte[] resource(String file) throws IOException {
        try (var stream = PictureKindsTest.class.getResourceAsStream("pictures/" + file)) {
            return stream.readAllBytes();
        }
    }

    private static PictureStudio.Result.Made made(byte[] bytes) {
        PictureStudio.Result result = PictureStudio.make(bytes);
        assertThat(result).isInstanceOf(PictureStudio.Result.Made.class);
        return (PictureStudio.Result.Made) result;
    }

    private static String refused(byte[] bytes) {
        PictureStudio.Result result = PictureStudio.make(bytes);
        assertThat(result).isInstanceOf(PictureStudio.Result.NotUsable.class);
        return ((PictureStudio.Result.NotUsable) result).reason();
    }

    private static boolean near(int rgb, Color expected) {
        Color color = new Color(rgb);
        return Math.abs(color.getRed() - expected.getRed()) < 40 && Math.abs(color.getGreen() - expected.getGreen()) < 40
                && Math.abs(color.getBlue() - expected.getBlue()) < 40;
    }
}
