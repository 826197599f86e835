package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CropFrameTest {

    static Stream<SampleScenes.Scene> scenes() {
        return SampleScenes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void theSubjectIsNeverCut(SampleScenes.Scene scene) {
        for (var format : PictureFormat.values()) {
            assertThat(kept(scene, frame(scene, format))).as("%s in %s", scene.name(), format).isGreaterThan(0.97);
        }
    }

    @Test
    void cropsFromTheMiddleAndFromTheTopDoWorse() {
        var scenes = SampleScenes.all();
        var middle = worst(scenes, (scene, frame) -> new CropFrame((scene.image().getWidth() - frame.width()) / 2, (scene.image().getHeight() - frame.height()) / 2, frame.width(), frame.height()));
        var top = worst(scenes, (scene, frame) -> new CropFrame((scene.image().getWidth() - frame.width()) / 2, 0, frame.width(), frame.height()));
        System.out.printf("Subjects kept by at least 97 %%, of %d: by salience %d, from the middle %d, from the top %d%n", scenes.size(),
                worst(scenes, (scene, frame) -> frame), middle, top);
        assertThat(Math.max(middle, top)).isLessThan(scenes.size());
    }

    @ParameterizedTest
    @CsvSource({"1600, 900", "900, 1600", "1200, 675", "300, 180", "1, 1", "2000, 700", "1201, 675"})
    void aFrameLiesInThePictureAndHasTheShape(int width, int height) {
        var image = SamplePictures.noise(width, height, 1);
        for (var format : PictureFormat.values()) {
            var frame = CropFrame.of(width, height, format.ratio(), SaliencyMap.of(SmallCopy.of(image)));
            assertThat(frame.left()).isBetween(0, width - frame.width());
            assertThat(frame.top()).isBetween(0, height - frame.height());
            if (width > 10) {
                assertThat((double) frame.width() / frame.height()).isBetween(format.ratio() * 0.99, format.ratio() * 1.01);
            }
        }
    }

    private interface Crop {

        CropFrame of(SampleScenes.Scene scene, CropFrame frame);
    }

    private static long worst(List<SampleScenes.Scene> scenes, Crop crop) {
        return scenes.stream().filter(scene -> kept(scene, crop.of(scene, frame(scene, PictureFormat.LARGE))) > 0.97).count();
    }

    private static CropFrame frame(SampleScenes.Scene scene, PictureFormat format) {
        return CropFrame.of(scene.image().getWidth(), scene.image().getHeight(), format.ratio(), SaliencyMap.of(SmallCopy.of(scene.image())));
    }

    private static double kept(SampleScenes.Scene scene, CropFrame frame) {
        var both = scene.subject().intersection(new java.awt.Rectangle(frame.left(), frame.top(), frame.width(), frame.height()));
        return both.isEmpty() ? 0 : (double) both.width * both.height / (scene.subject().width * scene.subject().height);
    }
}
