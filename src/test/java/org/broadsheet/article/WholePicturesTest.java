package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of a text are shown whole, and known again in whatever size they come. */
class WholePicturesTest {

    @ParameterizedTest
    @CsvSource({"1600, 900, jpeg, 1160x653, 580x326", "900, 1900, png, 758x1600, 379x800", "400, 300, gif, 400x300, 400x300", "3000, 1000, jpeg, 1160x387, 580x193"})
    void eachKeepsItsProportionsAndIsNeverEnlargedOrTooHeavy(int width, int height, String format, String wide, String narrow) {
        var made = made(SamplePictures.encoded(gradient(width, height), format));
        assertThat(made.renditions()).extracting(rendition -> rendition.width() + "x" + rendition.height()).containsExactly(wide, narrow);
        assertThat(made.renditions()).allSatisfy(rendition -> {
            assertThat(rendition.bytes().length).isLessThanOrEqualTo(rendition.shape().heaviest());
            assertThat(SamplePictures.decoded(rendition.bytes()).getWidth()).isEqualTo(rendition.width());
            assertThat(rendition.shape().of(width, height)).as("known from the original alone").isEqualTo(new PictureShape.Size(rendition.width(), rendition.height()));
        });
    }

    @Test
    void oneThatWasTakenSidewaysStandsUprightAndKeepsNoRemark() {
        var made = made(SamplePictures.turned(SamplePictures.encoded(gradient(1200, 800), "jpeg"), 6));
        assertThat(made.renditions().getFirst()).extracting(PictureStudio.Rendition::width, PictureStudio.Rendition::height).containsExactly(800, 1200);
        assertThat(new String(made.renditions().getFirst().bytes(), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("HOMEADDRESS", "Exif");
    }

    @Test
    void noiseIsMadeLightEnoughToo() {
        assertThat(made(SamplePictures.encoded(SamplePictures.noise(1200, 1500, 7), "png")).renditions())
                .allSatisfy(rendition -> assertThat(rendition.bytes().length).isLessThanOrEqualTo(rendition.shape().heaviest()));
    }

    @Test
    void aPhotographIsKnownAgainInOtherSizesAndCutsAndNeverTakenForAnother() {
        var scenes = SampleScenes.all();
        var same = new ArrayList<Double>();
        var others = new ArrayList<Double>();
        for (var scene : scenes) {
            var image = scene.image();
            var width = image.getWidth();
            var height = image.getHeight();
            for (var other : List.of(scaled(image, width / 3, height / 3), image.getSubimage(0, 0, width, height * 3 / 4), image.getSubimage(0, height / 5, width, height * 4 / 5),
                    image.getSubimage(width / 6, 0, width * 2 / 3, height))) {
                same.add(likeness(image, other));
                assertThat(known(image, other) && known(other, image)).as("%s at %s x %s", scene.name(), other.getWidth(), other.getHeight()).isTrue();
            }
            for (var other : scenes) {
                if (other != scene) {
                    others.add(likeness(image, other.image()));
                    assertThat(known(image, other.image())).as("%s taken for %s", scene.name(), other.name()).isFalse();
                }
            }
        }
        System.out.printf("Likeness of a picture to its own sizes and cuts, %d of them: at least %.3f; to others, %d pairs: at most %.3f%n", same.size(), Collections.min(same), others.size(),
                Collections.max(others));
    }

    private boolean known(BufferedImage image, BufferedImage other) {
        return sketch(image).shows(ratio(image), sketch(other), ratio(other));
    }

    private double likeness(BufferedImage image, BufferedImage other) {
        return sketch(image).likeness(ratio(image), sketch(other), ratio(other));
    }

    private final Map<BufferedImage, PictureSketch> sketches = new IdentityHashMap<>();

    private PictureSketch sketch(BufferedImage image) {
        return sketches.computeIfAbsent(image, any -> PictureSketch.of(SmallCopy.of(SamplePictures.decoded(SamplePictures.encoded(any, "jpeg")))));
    }

    private static double ratio(BufferedImage image) {
        return (double) image.getWidth() / image.getHeight();
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = result.createGraphics();
        graphics.drawImage(image.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return result;
    }

    private static BufferedImage gradient(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var line = new int[width];
        for (var y = 0; y < height; y++) {
            var row = y;
            Arrays.setAll(line, x -> x * 255 / width << 16 | row * 255 / height << 8 | 90);
            image.setRGB(0, y, width, 1, line, 0, width);
        }
        return image;
    }

    private static PictureStudio.Result.Made made(byte[] bytes) {
        return assertThat(PictureStudio.make(bytes, WholeFormat.ALL)).asInstanceOf(InstanceOfAssertFactories.type(PictureStudio.Result.Made.class)).actual();
    }
}
