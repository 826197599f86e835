package org.broadsheet.article;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Pictures in which it is known where the subject is. Drawn, with the grain of a camera. */
final class SampleScenes {

    /** @param subject what must not be cut */
    record Scene(String name, BufferedImage image, Rectangle subject) {
    }

    private static final Color SKIN = new Color(214, 164, 132);
    private static final Color DARK_SKIN = new Color(122, 78, 54);

    private SampleScenes() {
    }

    static List<Scene> all() {
        var scenes = new ArrayList<Scene>();
        scenes.add(scene("figure left", 1600, 700, g -> { sky(g, 1600, 700); figure(g, 180, 150, 420, SKIN); }, new Rectangle(180, 150, 170, 420)));
        scenes.add(scene("figure right", 1600, 700, g -> { sky(g, 1600, 700); figure(g, 1250, 150, 420, DARK_SKIN); }, new Rectangle(1250, 150, 170, 420)));
        scenes.add(scene("figure top", 900, 1400, g -> { sky(g, 900, 1400); figure(g, 350, 60, 420, SKIN); }, new Rectangle(350, 60, 170, 420)));
        scenes.add(scene("figure bottom", 900, 1400, g -> { sky(g, 900, 1400); figure(g, 350, 920, 420, SKIN); }, new Rectangle(350, 920, 170, 420)));
        scenes.add(scene("portrait", 1000, 1400, SampleScenes::portrait, new Rectangle(310, 180, 380, 500)));
        scenes.add(scene("panorama", 2400, 800, SampleScenes::panorama, new Rectangle(1500, 300, 300, 300)));
        scenes.add(scene("group", 1800, 900, g -> {
            wall(g, 1800, 900);
            for (int person = 0; person < 5; person++) {
                figure(g, 700 + person * 190, 260, 520, person % 2 == 0 ? SKIN : DARK_SKIN);
            }
        }, new Rectangle(700, 260, 930, 300)));
        scenes.add(scene("skyline", 1600, 1600, SampleScenes::skyline, new Rectangle(0, 900, 1600, 330)));
        scenes.add(scene("chart", 1200, 1200, SampleScenes::chart, new Rectangle(100, 60, 1000, 500)));
        scenes.add(scene("bird in fog", 1500, 800, g -> { fog(g, 1500, 800); bird(g, 1150, 260); }, new Rectangle(1150, 240, 160, 90)));
        return scenes;
    }

    static BufferedImage foggy(int width, int height) {
        return scene("fog", width, height, g -> fog(g, width, height), new Rectangle()).image();
    }

    private static Scene scene(String name, int width, int height, Consumer<Graphics2D> painter, Rectangle subject) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        painter.accept(graphics);
        graphics.dispose();
        grain(image, name.hashCode());
        return new Scene(name, image, subject);
    }

    private static void grain(BufferedImage image, long seed) {
        var random = new Random(seed);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                var rgb = image.getRGB(x, y);
                var noise = (int) (random.nextGaussian() * 3);
                image.setRGB(x, y, grey(rgb >> 16, noise) << 16 | grey(rgb >> 8, noise) << 8 | grey(rgb, noise));
            }
        }
    }

    private static int grey(int value, int noise) {
        return Math.clamp((value & 0xff) + noise, 0, 255);
    }

    private static void sky(Graphics2D g, int width, int height) {
        g.setPaint(new GradientPaint(0, 0, new Color(120, 160, 205), 0, height, new Color(196, 208, 216)));
        g.fillRect(0, 0, width, height);
        g.setPaint(new GradientPaint(0, height * 0.8f, new Color(110, 125, 90), 0, height, new Color(90, 104, 72)));
        g.fillRect(0, (int) (height * 0.8), width, height);
    }

    private static void wall(Graphics2D g, int width, int height) {
        g.setPaint(new GradientPaint(0, 0, new Color(170, 165, 158), width, 0, new Color(188, 184, 178)));
        g.fillRect(0, 0, width, height);
        g.setColor(new Color(150, 146, 140));
        for (var x = 0; x < width; x += 300) {
            g.fillRect(x, 0, 3, height);
        }
    }

    private static void figure(Graphics2D g, int x, int y, int height, Color skin) {
        var head = height / 5;
        g.setColor(new Color(48, 36, 30));
        g.fill(new Ellipse2D.Double(x + 60, y, head * 0.8, head * 0.8));
        g.setColor(skin);
        g.fill(new Ellipse2D.Double(x + 64, y + head * 0.15, head * 0.7, head * 0.85));
        g.setColor(new Color(38, 52, 88));
        g.fillRoundRect(x + 20, y + head, 130, (int) (height * 0.42), 50, 50);
        g.setColor(new Color(40, 40, 44));
        g.fillRect(x + 40, y + head + (int) (height * 0.4), 40, (int) (height * 0.38));
        g.fillRect(x + 92, y + head + (int) (height * 0.4), 40, (int) (height * 0.38));
    }

    private static void portrait(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 0, new Color(70, 76, 84), 1000, 1400, new Color(104, 108, 112)));
        g.fillRect(0, 0, 1000, 1400);
        g.setColor(new Color(52, 40, 34));
        g.fill(new Ellipse2D.Double(300, 170, 400, 440));
        g.setColor(SKIN);
        g.fill(new Ellipse2D.Double(335, 240, 330, 440));
        g.setColor(new Color(60, 44, 40));
        g.fill(new Ellipse2D.Double(410, 420, 50, 24));
        g.fill(new Ellipse2D.Double(540, 420, 50, 24));
        g.fillRect(440, 580, 120, 12);
        g.setColor(new Color(34, 44, 70));
        g.fillRoundRect(160, 700, 680, 900, 220, 220);
    }

    private static void panorama(Graphics2D g) {
        sky(g, 2400, 800);
        g.setColor(new Color(112, 126, 138));
        for (var hill = 0; hill < 6; hill++) {
            g.fill(new Ellipse2D.Double(hill * 420 - 200, 480, 700, 420));
        }
        g.setColor(new Color(168, 44, 40));
        g.fillRect(1520, 340, 70, 260);
        g.setColor(Color.WHITE);
        g.fillRect(1520, 400, 70, 40);
        g.fillRect(1520, 480, 70, 40);
        g.setColor(new Color(240, 220, 150));
        g.fill(new Ellipse2D.Double(1525, 305, 60, 60));
        g.setColor(new Color(90, 84, 80));
        g.fillRect(1600, 540, 180, 60);
    }

    private static void skyline(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 0, new Color(36, 52, 96), 0, 1200, new Color(226, 160, 120)));
        g.fillRect(0, 0, 1600, 1600);
        var random = new Random(7);
        for (var x = 0; x < 1600; x += 70) {
            var tall = 120 + random.nextInt(230);
            g.setColor(new Color(30 + random.nextInt(30), 34 + random.nextInt(26), 48));
            g.fillRect(x, 1230 - tall, 64, tall);
            g.setColor(new Color(240, 214, 140));
            for (var window = 0; window < tall / 6; window++) {
                g.fillRect(x + 6 + random.nextInt(50), 1236 - tall + random.nextInt(tall), 6, 8);
            }
        }
        g.setPaint(new GradientPaint(0, 1230, new Color(60, 66, 92), 0, 1600, new Color(24, 30, 52)));
        g.fillRect(0, 1230, 1600, 370);
    }

    private static void chart(Graphics2D g) {
        g.setColor(new Color(250, 249, 246));
        g.fillRect(0, 0, 1200, 1200);
        g.setColor(new Color(40, 40, 40));
        g.setFont(g.getFont().deriveFont(56f));
        g.drawString("Passengers by year, millions", 100, 120);
        var random = new Random(3);
        for (var bar = 0; bar < 9; bar++) {
            var tall = 120 + random.nextInt(260);
            g.setColor(bar == 6 ? new Color(122, 31, 43) : new Color(120, 130, 144));
            g.fillRect(120 + bar * 108, 560 - tall, 70, tall);
        }
        g.setColor(new Color(120, 120, 120));
        g.setStroke(new BasicStroke(3));
        g.drawLine(100, 562, 1100, 562);
    }

    private static void fog(Graphics2D g, int width, int height) {
        g.setPaint(new GradientPaint(0, 0, new Color(206, 208, 210), 0, height, new Color(222, 223, 224)));
        g.fillRect(0, 0, width, height);
    }

    private static void bird(Graphics2D g, int x, int y) {
        g.setColor(new Color(120, 122, 126));
        g.setStroke(new BasicStroke(14));
        g.drawArc(x, y, 80, 60, 20, 140);
        g.drawArc(x + 75, y, 80, 60, 20, 140);
    }
}
