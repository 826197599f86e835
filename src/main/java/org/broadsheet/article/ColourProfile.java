package org.broadsheet.article;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.ImagingOpException;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Brings the colours of a picture to sRGB, which is what mail clients and browsers take a picture without a profile for. */
final class ColourProfile {

    private static final int COLOUR_SPACE = 16;
    /** A difference of two in 255. */
    private static final float UNSEEN = 2 / 255f;
    private static final ICC_Profile SCREEN = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

    private final ColorConvertOp toScreen;

    private ColourProfile(ICC_Profile profile) {
        this.toScreen = new ColorConvertOp(new ICC_Profile[] {profile, SCREEN}, null);
    }

    /**
     * @param icc the bytes of a profile (ICC.1:2022)
     * @param inks how many components its colours have: 3 for screens, 4 for print
     * @return empty if there is none for so many, if it is broken, or if it is sRGB anyway
     */
    static Optional<ColourProfile> of(byte[] icc, int inks) {
        if (icc.length < 128 || !space(icc).equals(inks == 4 ? "CMYK" : "RGB ")) {
            return Optional.empty();
        }
        try {
            var profile = ICC_Profile.getInstance(icc);
            var space = new ICC_ColorSpace(profile);
            space.toRGB(new float[inks]); // broken tables show only when they are used
            var found = new ColourProfile(profile);
            found.toScreen.filter(row(1, inks), row(1, 3));
            return changesNothing(space, inks) ? Optional.empty() : Optional.of(found);
        } catch (IllegalArgumentException | ImagingOpException | CMMException | ArrayIndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    private static WritableRaster row(int width, int bands) {
        return Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, bands, null);
    }

    private static String space(byte[] icc) {
        return new String(icc, COLOUR_SPACE, 4, StandardCharsets.ISO_8859_1);
    }

    /** Whether some colours come out as they went in, as with the many files that carry sRGB itself. */
    private static boolean changesNothing(ICC_ColorSpace space, int inks) {
        if (inks != 3) {
            return false;
        }
        for (var colour : new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.5f, 0.5f, 0.5f}, {0.75f, 0.4f, 0.3f}}) {
            var result = space.toRGB(colour);
            for (var channel = 0; channel < 3; channel++) {
                if (Math.abs(result[channel] - colour[channel]) > UNSEEN) {
                    return false;
                }
            }
        }
        return true;
    }

    /** @param image of three colours, eight bits each; changed in place */
    void apply(BufferedImage image) {
        var width = image.getWidth();
        var row = row(width, 3);
        var line = new int[width];
        var samples = new int[width * 3];
        var result = row.createCompatibleWritableRaster();
        for (var y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, line, 0, width);
            for (var x = 0; x < width; x++) {
                samples[3 * x] = line[x] >> 16 & 0xff;
                samples[3 * x + 1] = line[x] >> 8 & 0xff;
                samples[3 * x + 2] = line[x] & 0xff;
            }
            row.setPixels(0, 0, width, 1, samples);
            toScreen.filter(row, result);
            image.setRGB(0, y, width, 1, packed(result, line, samples), 0, width);
        }
    }

    /**
     * One row of printing inks in colours of a screen.
     *
     * @param inks    255 where there is most ink
     * @param line    filled and returned, one colour for each pixel
     * @param samples to work with, at least three for each pixel
     * @param result  to work with
     */
    int[] toScreen(WritableRaster inks, int[] line, int[] samples, WritableRaster result) {
        toScreen.filter(inks, result);
        return packed(result, line, samples);
    }

    private static int[] packed(Raster rgb, int[] line, int[] samples) {
        rgb.getPixels(0, 0, rgb.getWidth(), 1, samples);
        for (var x = 0; x < rgb.getWidth(); x++) {
            line[x] = samples[3 * x] << 16 | samples[3 * x + 1] << 8 | samples[3 * x + 2];
        }
        return line;
    }
}
