package org.broadsheet.article;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

/**
 * A contact sheet to look at: each picture with its two frames drawn, and its crops beside one from the middle and one from the top.
 * {@code PictureSheet OUT.png [FILE]…}; the drawn scenes come first.
 */
final class PictureSheet {

    private static final int CELL = 300;
    private static final int ROW = 210;

    private PictureSheet() {
    }

    public static void main(String[] arguments) throws IOException {
        List<SampleScenes.Scene> scenes = new ArrayList<>(SampleScenes.all());
        for (int at = 1; at < arguments.length; at++) {
            Path file = Path.of(arguments[at]);
            scenes.add(new SampleScenes.Scene(file.getFileName().toString(), ImageIO.read(file.toFile()), new Rectangle()));
        }
        ImageIO.write(sheet(scenes), "png", Path.of(arguments[0]).toFile());
        System.out.println(Files.size(Path.of(arguments[0])) + " bytes: original, large, small, middle, top; " + scenes.size() + " pictures");
    }

    private static BufferedImage sheet(List<SampleScenes.Scene> scenes) {
        BufferedImage sheet = new BufferedImage(CELL * 5, ROW * scenes.size(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int row = 0; row < scenes.size(); row++) {
            row(g, scenes.get(row), row * ROW);
        }
        g.dispose();
        return sheet;
    }

    private static void row(Graphics2D g, SampleScenes.Scene scene, int y) {
        BufferedImage image = scene.image();
        SaliencyMap map = SaliencyMap.of(SmallCopy.of(image));
        CropFrame large = CropFrame.of(image.getWidth(), image.getHeight(), PictureFormat.LARGE.ratio(), map);
        CropFrame small = CropFrame.of(image.getWidth(), image.getHeight(), PictureFormat.SMALL.ratio(), map);
        double scale = Math.min((CELL - 10.0) / image.getWidth(), (ROW - 24.0) / image.getHeight());
        g.drawImage(image, 4, y + 18, (int) (image.getWidth() * scale), (int) (image.getHeight() * scale), null);
        frame(g, large, scale, y, Color.RED);
        frame(g, small, scale, y, Color.YELLOW);
        g.setColor(Color.BLACK);
        g.drawString(scene.name() + " " + image.getWidth() + " x " + image.getHeight(), 4, y + 14);
        crop(g, image, large, CELL, y);
        crop(g, image, small, 2 * CELL, y);
        crop(g, image, new CropFrame((image.getWidth() - large.width()) / 2, (image.getHeight() - large.height()) / 2, large.width(), large.height()), 3 * CELL, y);
        crop(g, image, new CropFrame((image.getWidth() - large.width()) / 2, (int) ((image.getHeight() - large.height()) * 0.0), large.width(), large.height()), 4 * CELL, y);
    }

    private static void frame(Graphics2D g, CropFrame frame, double scale, int y, Color colour) {
        g.setColor(colour);
        g.setStroke(new BasicStroke(2));
        g.drawRect(4 + (int) (frame.left() * scale), y + 18 + (int) (frame.top() * scale), (int) (frame.width() * scale), (int) (frame.height() * scale));
    }

    private static void crop(Graphics2D g, BufferedImage image, CropFrame frame, int x, int y) {
        BufferedImage part = image.getSubimage(frame.left(), frame.top(), frame.width(), frame.height());
        double scale = Math.min((CELL - 10.0) / part.getWidth(), (ROW - 24.0) / part.getHeight());
        g.drawImage(part, x + 4, y + 18, (int) (part.getWidth() * scale), (int) (part.getHeight() * scale), null);
    }
}
