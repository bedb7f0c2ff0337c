package heed.platform.web;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one colour a council makes Heed its own with.
 *
 * @param colour six hexadecimal digits after a hash, such as {@code #14505c}
 */
public record Brand(String colour) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
    /** What WCAG 2.2 level AA asks between words and what is behind them. */
    private static final double READABLE = 4.5;

    /**
     * Takes the colour when white words can be read on it.
     *
     * @throws IllegalArgumentException with a sentence for the person choosing, when the colour is not of that form or
     *                                  white words on it have a contrast under 4.5 to 1
     */
    public Brand {
        colour = colour.strip().toLowerCase(Locale.ROOT);
        if (!HEX.matcher(colour).matches()) {
            throw new IllegalArgumentException("Enter a colour as a hash and six digits or letters, like #14505c");
        }
        var contrast = 1.05 / (luminance(Integer.parseInt(colour.substring(1), 16)) + 0.05);
        if (contrast < READABLE) {
            throw new IllegalArgumentException("Choose a darker colour: white words are hard to read on this one");
        }
    }

    /** The style sheet that gives Heed this colour; the page frame links it after Heed's own. */
    public String css() {
        return ":root{--heed-brand:" + colour + "}\n";
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        var share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
