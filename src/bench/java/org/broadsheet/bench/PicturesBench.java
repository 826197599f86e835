package org.broadsheet.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import org.broadsheet.article.PictureStudio;

/** Two renditions of a photograph of 12 megapixels: ours beside ImageIO and Thumbnailator in the same run, and the heap that each needs. */
public final class PicturesBench {

    /** Of this thread alone, since machines that measure do other work, too. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 2;
    private static final int[] HEAPS = {40, 56, 72, 96, 128, 160, 224, 320};

    private PicturesBench() {
    }

    /** Makes both renditions of a picture. */
    private interface Making {

        /** @return bytes of both */
        int of(byte[] picture) throws IOException;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            System.exit(making(arguments[0]).of(Files.readAllBytes(Path.of(arguments[1]))) > 0 ? 0 : 1);
        }
        var picture = photograph(4000, 3000);
        var seconds = new double[2][ROUNDS];
        var weights = new int[2];
        for (var round = -WARM_UP; round < ROUNDS; round++) {
            for (var way = 0; way < 2; way++) {
                var began = CLOCK.getCurrentThreadCpuTime();
                weights[way] = making(way == 0 ? "ours" : "theirs").of(picture);
                if (round >= 0) {
                    seconds[way][round] = (CLOCK.getCurrentThreadCpuTime() - began) / 1e9;
                }
            }
        }
        System.out.printf("a JPEG of 4000 x 3000 pixels and %.1f MB, decoded, cropped to 16:9 and 3:2, encoded; median of %d rounds%n", picture.length / 1e6, ROUNDS);
        var file = Files.createTempFile("bench", ".jpg");
        try {
            Files.write(file, picture);
            var ours = print("Broadsheet", seconds[0], weights[0], leastHeap("ours", file));
            var theirs = print("ImageIO + Thumbnailator", seconds[1], weights[1], leastHeap("theirs", file));
            System.out.printf("  ratio %.2f%n", ours / theirs);
        } finally {
            Files.delete(file);
        }
    }

    private static double print(String name, double[] seconds, int weight, String heap) {
        Arrays.sort(seconds);
        var rate = 1 / seconds[seconds.length / 2];
        System.out.printf("  %-24s %6.2f pictures for each second of a core, both renditions %d kB, least heap: %s%n", name, rate, weight / 1000, heap);
        return rate;
    }

    /** The smallest heap of a Java of its own in which it works, the picture itself included. */
    private static String leastHeap(String way, Path file) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (var heap : HEAPS) {
            var child = new ProcessBuilder(java, "-Xmx" + heap + "m", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), PicturesBench.class.getName(), way, file.toString())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (child.waitFor() == 0) {
                return heap + " MB";
            }
        }
        return "more than " + HEAPS[HEAPS.length - 1] + " MB";
    }

    private static Making making(String way) {
        return way.equals("ours") ? PicturesBench::ours : PicturesBench::theirs;
    }

    private static int ours(byte[] picture) throws IOException {
        return switch (PictureStudio.make(picture)) {
            case PictureStudio.Result.Made made -> made.renditions().stream().mapToInt(rendition -> rendition.bytes().length).sum();
            case PictureStudio.Result.NotUsable refused -> throw new IOException(refused.reason());
        };
    }

    private static int theirs(byte[] picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        var out = new ByteArrayOutputStream();
        Thumbnails.of(image).crop(Positions.CENTER).size(1200, 675).outputQuality(0.8).outputFormat("jpg").toOutputStream(out);
        Thumbnails.of(image).crop(Positions.CENTER).size(600, 400).outputQuality(0.8).outputFormat("jpg").toOutputStream(out);
        return out.size();
    }

    /** A landscape with a little of everything, and the grain of a camera. */
    private static byte[] photograph(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, new Color(70, 110, 170), 0, height, new Color(230, 190, 150)));
        graphics.fillRect(0, 0, width, height);
        var random = new Random(20261125);
        for (var shape = 0; shape < 400; shape++) {
            graphics.setColor(new Color(random.nextInt(160), random.nextInt(160), random.nextInt(140), 120));
            graphics.fill(new Ellipse2D.Double(random.nextInt(width), height * 0.4 + random.nextInt(height), 40 + random.nextInt(400), 30 + random.nextInt(200)));
        }
        graphics.dispose();
        var pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (var at = 0; at < pixels.length; at++) {
            pixels[at] = (byte) Math.clamp((pixels[at] & 0xff) + random.nextInt(-6, 7), 0, 255);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
