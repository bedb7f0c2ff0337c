package heed.access.signin;

import io.nayuki.qrcodegen.QrCode;

/** Draws what an app scans. */
final class Picture {
    /** The white edge that scanners need, in squares. */
    private static final int QUIET = 4;

    private Picture() {
    }

    static EnrolPage.Picture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++)
            for (int x = 0; x < code.size; x++)
                if (code.getModule(x, y))
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        return new EnrolPage.Picture(code.size + 2 * QUIET, path.toString());
    }
}
