package heed.records.document;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The boxes of a HEIC photo (ISO/IEC 14496-12 and 23008-12). There is no HEVC decoder in Java, so such a photo is not
 * saved anew: its file is given out with everything blanked that is not the picture. What is kept is named, not what is
 * blanked, so what nobody thought of is blanked too.
 */
final class Heic {
    private static final Set<String> BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1",
            "heif");
    /** Items that are pictures or put pictures together. */
    private static final Set<String> PICTURES = Set.of("hvc1", "hev1", "av01", "avc1", "jpeg", "grid", "iovl", "iden",
            "tmap");
    /** Boxes of the file whose content matters to show it. */
    private static final Set<String> FILE_BOXES = Set.of("ftyp", "meta", "mdat");
    /** Boxes about items that matter to show them. */
    private static final Set<String> META_BOXES = Set.of("hdlr", "pitm", "iinf", "iloc", "iref", "iprp", "idat", "grpl",
            "dinf");
    /** Properties that matter to show an item: how it is coded, large, turned, cropped and coloured. */
    private static final Set<String> PROPERTIES = Set.of("hvcC", "av1C", "avcC", "jpgC", "ispe", "pixi", "colr", "irot",
            "imir", "clap", "pasp", "auxC", "lsel", "a1op", "a1lx", "clli", "mdcv", "cclv", "amve", "rloc", "oinf",
            "tols");
    private static final int ITEMS_MOST = 10_000;

    private Heic() {
    }

    /** Whether the file begins as such photos do. */
    static boolean is(byte[] head) {
        return Inspection.starts(head, 4, "ftyp") && head.length >= 12
                && BRANDS.contains(new String(head, 8, 4, StandardCharsets.ISO_8859_1));
    }

    /** A box: where it begins, where its content does, where it ends. */
    private record Box(String name, int from, int content, int to) {
    }

    /** Where some bytes of an item lie in the file. */
    private record Extent(int from, int to) {
    }

    /**
     * The largest width and height that any picture in it says it has.
     *
     * @throws EOFException
     *             where its boxes do not fit together
     */
    static Inspection.Size size(byte[] file) throws IOException {
        return new Photo(file).size();
    }

    /** The same photo with everything blanked that is not the picture; as long as before, so that every place is where it was. */
    static byte[] bare(byte[] file) throws IOException {
        return new Photo(file).bare();
    }

    private static final class Photo {
        private final byte[] file;
        private final ByteBuffer bytes;
        private final List<Box> all;
        private final Box meta;
        private final List<Box> inMeta;

        Photo(byte[] file) throws IOException {
            this.file = file;
            this.bytes = ByteBuffer.wrap(file);
            this.all = boxes(0, file.length);
            this.meta = one(all, "meta");
            // The box has a version and flags before what is in it.
            this.inMeta = boxes(meta.content() + 4, meta.to());
        }

        Inspection.Size size() throws IOException {
            int width = 0;
            int height = 0;
            for (var property : properties())
                if (property.name().equals("ispe")) {
                    need(property.content(), 12, property.to());
                    int w = bytes.getInt(property.content() + 4);
                    int h = bytes.getInt(property.content() + 8);
                    if (w < 0 || h < 0)
                        return new Inspection.Size(Integer.MAX_VALUE, Integer.MAX_VALUE);
                    if ((long) w * h > (long) width * height) {
                        width = w;
                        height = h;
                    }
                }
            // A photo that could not be given out is refused when it comes.
            bare();
            return new Inspection.Size(width, height);
        }

        byte[] bare() throws IOException {
            var kept = kept();
            var out = new byte[file.length];
            for (var box : all)
                if (box.name().equals("ftyp"))
                    copy(out, box.from(), box.to());
                else
                    header(out, box, FILE_BOXES.contains(box.name()));
            System.arraycopy(file, meta.content(), out, meta.content(), 4);
            for (var box : inMeta)
                switch (box.name()) {
                    case "iprp" -> properties(out, box);
                    case "iinf" -> items(out, box);
                    case "idat" -> header(out, box, true);
                    default -> {
                        if (META_BOXES.contains(box.name()))
                            copy(out, box.from(), box.to());
                        else
                            header(out, box, false);
                    }
                }
            for (var extent : kept)
                copy(out, extent.from(), extent.to());
            return out;
        }

        /** Item names and types of content are words that somebody chose; the numbers and kinds are not. */
        private void items(byte[] out, Box iinf) throws IOException {
            int at = iinf.content() + (bytes.get(iinf.content()) == 0 ? 6 : 8);
            copy(out, iinf.from(), at);
            for (var infe : boxes(at, iinf.to())) {
                header(out, infe, infe.name().equals("infe"));
                int wide = bytes.get(infe.content()) >= 3 ? 4 : 2;
                copy(out, infe.content(), Math.min(infe.to(), infe.content() + 4 + wide + 2 + 4));
            }
        }

        private void properties(byte[] out, Box iprp) throws IOException {
            header(out, iprp, true);
            for (var part : boxes(iprp.content(), iprp.to()))
                switch (part.name()) {
                    case "ipma" -> copy(out, part.from(), part.to());
                    case "ipco" -> {
                        header(out, part, true);
                        for (var property : boxes(part.content(), part.to()))
                            if (PROPERTIES.contains(property.name()))
                                copy(out, property.from(), property.to());
                            else
                                header(out, property, false);
                    }
                    default -> header(out, part, false);
                }
        }

        private List<Box> properties() throws IOException {
            var iprp = one(inMeta, "iprp");
            var ipco = one(boxes(iprp.content(), iprp.to()), "ipco");
            return boxes(ipco.content(), ipco.to());
        }

        /** The bytes of every item that is a picture. */
        private List<Extent> kept() throws IOException {
            var kinds = kinds();
            var kept = new ArrayList<Extent>();
            locations().forEach((item, extents) -> {
                if (PICTURES.contains(kinds.getOrDefault(item, "")))
                    kept.addAll(extents);
            });
            return kept;
        }

        /** The kind of each item by its number. */
        private Map<Integer, String> kinds() throws IOException {
            var iinf = one(inMeta, "iinf");
            need(iinf.content(), 8, iinf.to());
            var kinds = new HashMap<Integer, String>();
            for (var infe : boxes(iinf.content() + (bytes.get(iinf.content()) == 0 ? 6 : 8), iinf.to())) {
                need(infe.content(), 12, infe.to());
                int version = bytes.get(infe.content());
                if (!infe.name().equals("infe") || version < 2)
                    continue;
                int at = infe.content() + 4;
                int item = version == 2 ? bytes.getShort(at) & 0xFFFF : bytes.getInt(at);
                at += (version == 2 ? 2 : 4) + 2;
                need(at, 4, infe.to());
                kinds.put(item, name(at));
            }
            return kinds;
        }

        private Map<Integer, List<Extent>> locations() throws IOException {
            var iloc = one(inMeta, "iloc");
            var idat = inMeta.stream().filter(box -> box.name().equals("idat")).findFirst();
            var in = new Reading(iloc);
            int version = (int) in.number(1);
            in.number(3);
            int sizes = (int) in.number(2);
            int offsetSize = sizes >> 12 & 15;
            int lengthSize = sizes >> 8 & 15;
            int baseSize = sizes >> 4 & 15;
            int indexSize = version == 0 ? 0 : sizes & 15;
            long count = in.number(version < 2 ? 2 : 4);
            if (count > ITEMS_MOST)
                throw new EOFException("more items than any photo has");
            var places = new HashMap<Integer, List<Extent>>();
            for (int i = 0; i < count; i++) {
                int item = (int) in.number(version < 2 ? 2 : 4);
                int how = version == 0 ? 0 : (int) in.number(2) & 15;
                in.number(2);
                long base = in.number(baseSize);
                long extents = in.number(2);
                if (extents > ITEMS_MOST)
                    throw new EOFException("more extents than any photo has");
                for (int n = 0; n < extents; n++) {
                    in.number(indexSize);
                    long from = base + in.number(offsetSize);
                    long length = in.number(lengthSize);
                    // 0 is the file, 1 the box idat; 2 builds on other items, which photos do without.
                    if (how == 1 && idat.isPresent())
                        from += idat.get().content();
                    else if (how != 0)
                        throw new EOFException("an item that is nowhere");
                    if (from < 0 || length < 0 || from + length < 0 || from + length > file.length)
                        throw new EOFException("an item past the end");
                    places.computeIfAbsent(item, key -> new ArrayList<>())
                            .add(within((int) from, (int) (length == 0 ? file.length - from : length)));
                }
            }
            return places;
        }

        /** An item lies inside one box of bytes: else boxes that say things could be passed off as pictures. */
        private Extent within(int from, int length) throws EOFException {
            for (var boxes : List.of(all, inMeta))
                for (var box : boxes)
                    if ((box.name().equals("mdat") || box.name().equals("idat")) && from >= box.content()
                            && from + length <= box.to())
                        return new Extent(from, from + length);
            throw new EOFException("an item outside the bytes of items");
        }

        /** Numbers of so many bytes, one after the other. */
        private final class Reading {
            private final int to;
            private int at;

            Reading(Box box) {
                this.at = box.content();
                this.to = box.to();
            }

            long number(int size) throws EOFException {
                need(at, size, to);
                long number = 0;
                for (int i = 0; i < size; i++)
                    number = number << 8 | file[at++] & 0xFF;
                return number;
            }
        }

        private List<Box> boxes(int from, int to) throws EOFException {
            var found = new ArrayList<Box>();
            int at = from;
            while (at < to) {
                need(at, 8, to);
                long size = bytes.getInt(at) & 0xFFFFFFFFL;
                int content = at + 8;
                if (size == 1) {
                    need(at, 16, to);
                    size = bytes.getLong(at + 8);
                    content = at + 16;
                } else if (size == 0)
                    size = to - at;
                if (size < content - at || size > to - at || found.size() > ITEMS_MOST)
                    throw new EOFException("a box that does not fit");
                found.add(new Box(name(at + 4), at, content, (int) (at + size)));
                at += (int) size;
            }
            return found;
        }

        private Box one(List<Box> boxes, String name) throws EOFException {
            var found = boxes.stream().filter(box -> box.name().equals(name)).toList();
            if (found.size() != 1)
                throw new EOFException("no single box " + name);
            return found.getFirst();
        }

        private String name(int at) {
            return new String(file, at, 4, StandardCharsets.ISO_8859_1);
        }

        /** The head of a box; one that is not kept is renamed to an empty one, so that nothing moves. */
        private void header(byte[] out, Box box, boolean kept) {
            copy(out, box.from(), box.content());
            if (!kept)
                System.arraycopy("free".getBytes(StandardCharsets.ISO_8859_1), 0, out, box.from() + 4, 4);
        }

        private void copy(byte[] out, int from, int to) {
            System.arraycopy(file, from, out, from, to - from);
        }

        private void need(int at, int length, int to) throws EOFException {
            if (at < 0 || length < 0 || at + length > to)
                throw new EOFException("a box cut short");
        }
    }
}
