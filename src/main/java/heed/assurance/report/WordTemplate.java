package heed.assurance.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;

/**
 * A Word document with {@link Placeholder}s: the council's or the board's own, or the one that comes with Heed. Nothing in
 * it is run, fetched or kept but its words, looks and pictures.
 */
public final class WordTemplate {
    /** The largest a template may be, in bytes. */
    public static final int MOST = 5 * 1024 * 1024;
    private static final Pattern ASKED = Pattern.compile("\\{\\{([^{}]{0,60})}}");
    private static final String LANGUAGE = "en-GB";
    private static final String W = "declare namespace w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' ";
    private static final Pattern FETCHED = Pattern
            .compile("(?i)\\b(?:dde|ddeauto|includetext|includepicture|link|import|database)\\b");

    private WordTemplate() {
    }

    /**
     * What is wrong with a file as a template of a report; empty where it can be used.
     *
     * @param file its bytes
     */
    public static List<TemplateFault> faults(byte[] file) {
        if (file.length > MOST)
            return whole(TemplateFault.Kind.TOO_LARGE);
        try {
            switch (FileMagic.valueOf(file)) {
                case OOXML -> {
                }
                case OLE2 -> {
                    // An encrypted .docx is an old-style file with the encrypted one in it.
                    return whole(
                            new String(file, java.nio.charset.StandardCharsets.UTF_16LE).contains("EncryptedPackage")
                                    ? TemplateFault.Kind.ENCRYPTED
                                    : TemplateFault.Kind.NOT_WORD);
                }
                default -> {
                    return whole(TemplateFault.Kind.NOT_WORD);
                }
            }
            try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
                var outside = outside(document);
                return outside.isEmpty() ? new Look(document).faults() : outside;
            }
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            // POI says what is wrong with a file by many exceptions; a person needs to know that it cannot be opened.
            return whole(TemplateFault.Kind.DAMAGED);
        }
    }

    /**
     * A report through a template.
     *
     * @param template one that {@link #faults} finds nothing wrong with
     * @param report   what it says
     * @param hash     of what was frozen; null for a draft
     * @param state    where it stands
     * @return the Word document
     * @throws IllegalArgumentException for a template with faults
     */
    public static byte[] filled(byte[] template, FrozenReport report, @Nullable String hash, ReportState state) {
        if (!faults(template).isEmpty())
            throw new IllegalArgumentException("a template with faults");
        var blocks = new ReportBlocks(report, hash, state);
        return filled(template, report.text().header().title(), report.body(), new Says() {
            @Override
            public @Nullable String line(String name) {
                var placeholder = Placeholder.of(name).orElseThrow();
                return placeholder.kind() == Placeholder.Kind.LINE ? blocks.line(placeholder) : null;
            }

            @Override
            public List<Block> part(String name) {
                return blocks.part(Placeholder.of(name).orElseThrow());
            }

            @Override
            public boolean finished() {
                return hash != null;
            }
        });
    }

    /** A report through the template that comes with Heed. */
    public static byte[] filled(FrozenReport report, @Nullable String hash, ReportState state) {
        return filled(ShippedTemplate.REPORT.file(), report, hash, state);
    }

    /**
     * A template with everything in its place.
     *
     * @param template one without faults
     * @param title    the document's title, as programs show it
     * @param creator  whose it is
     */
    static byte[] filled(byte[] template, String title, String creator, Says says) {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument(new ByteArrayInputStream(template))) {
            new Fill(document, says).all();
            finish(document, title, creator);
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What stands in the place of a name. */
    interface Says {
        /** Words within others; null where the name is a part's. */
        @Nullable
        String line(String name);

        /** Blocks in a paragraph's place. */
        List<Block> part(String name);

        /** Whether nobody writes in it any more: then a heading with nothing under it is left out. */
        default boolean finished() {
            return false;
        }
    }

    private static List<TemplateFault> whole(TemplateFault.Kind kind) {
        return List.of(new TemplateFault(kind, ""));
    }

    /** What would be run or fetched by whoever opens what is made from it. */
    private static List<TemplateFault> outside(XWPFDocument document) throws OpenXML4JException {
        var faults = new ArrayList<TemplateFault>();
        var type = document.getPackagePart().getContentType();
        if (type.contains("macroEnabled"))
            faults.addAll(whole(TemplateFault.Kind.MACROS));
        else if (!type.contains("wordprocessingml"))
            faults.addAll(whole(TemplateFault.Kind.NOT_WORD));
        for (var part : document.getPackage().getParts()) {
            if (part.getPartName().getName().endsWith("vbaProject.bin") && faults.isEmpty())
                faults.addAll(whole(TemplateFault.Kind.MACROS));
            if (part.isRelationshipPart())
                continue;
            for (PackageRelationship relation : part.getRelationships())
                if (relation.getTargetMode() == TargetMode.EXTERNAL
                        && !relation.getRelationshipType().endsWith("/hyperlink"))
                    faults.add(new TemplateFault(TemplateFault.Kind.LINKED, ""));
        }
        if (fetches(document.getDocument())
                || document.getHeaderList().stream().anyMatch(h -> fetches(h._getHdrFtr()))
                || document.getFooterList().stream().anyMatch(f -> fetches(f._getHdrFtr())))
            faults.addAll(whole(TemplateFault.Kind.LINKED));
        return faults.stream().distinct().toList();
    }

    /** Whether a field in it takes something from elsewhere, or starts a program, whenever the document is opened. */
    private static boolean fetches(XmlObject part) {
        var asked = new StringBuilder();
        for (var instruction : part.selectPath(W + ".//w:instrText"))
            asked.append(((CTText) instruction).getStringValue());
        for (var field : part.selectPath(W + ".//w:fldSimple"))
            asked.append(' ').append(((CTSimpleField) field).getInstr());
        // An address between quotes may have such a word in it.
        return FETCHED.matcher(asked.toString().replaceAll("\"[^\"]*\"", " ")).find();
    }

    /** What makes a document readable by ear: its title and its language. */
    static void finish(XWPFDocument document, String title, String creator) {
        var core = document.getProperties().getCoreProperties();
        core.setTitle(title);
        core.setCreator(creator);
        core.setLastModifiedByUser(creator);
        document.getStyles().setSpellingLanguage(LANGUAGE);
    }

    /** All paragraphs of a document that are filled, with where they stand. */
    private static List<Spot> spots(XWPFDocument document) {
        var spots = new ArrayList<Spot>();
        elements(document.getBodyElements(), true, spots);
        document.getHeaderList().forEach(h -> elements(h.getBodyElements(), false, spots));
        document.getFooterList().forEach(f -> elements(f.getBodyElements(), false, spots));
        return spots;
    }

    private static void elements(List<IBodyElement> elements, boolean parts, List<Spot> spots) {
        for (var element : elements)
            if (element instanceof XWPFParagraph paragraph)
                spots.add(new Spot(paragraph, parts));
            else if (element instanceof XWPFTable table)
                for (var row : table.getRows())
                    for (var cell : row.getTableCells())
                        elements(cell.getBodyElements(), parts, spots);
    }

    private record Spot(XWPFParagraph paragraph, boolean parts) {
        List<CTText> texts() {
            var texts = new ArrayList<CTText>();
            for (var run : paragraph.getRuns())
                texts.addAll(run.getCTR().getTList());
            return texts;
        }

        /** Whether it is a paragraph of its own with nothing but words in it: no cell, picture, break or field. */
        boolean onlyWords() {
            return paragraph.getBody() instanceof XWPFDocument
                    && paragraph.getRuns().stream().map(XWPFRun::getCTR).allMatch(r -> r.sizeOfBrArray()
                            + r.sizeOfDrawingArray() + r.sizeOfPictArray() + r.sizeOfFldCharArray() == 0);
        }

        String words() {
            var words = new StringBuilder();
            texts().forEach(t -> words.append(t.getStringValue()));
            return words.toString();
        }
    }

    /** Looks a template through. */
    private static final class Look {
        private final XWPFDocument document;

        Look(XWPFDocument document) {
            this.document = document;
        }

        List<TemplateFault> faults() {
            var faults = new ArrayList<TemplateFault>();
            var met = EnumSet.noneOf(Placeholder.class);
            var seen = new HashSet<String>();
            for (var spot : spots(document)) {
                var words = spot.words();
                var asked = ASKED.matcher(words);
                while (asked.find()) {
                    seen.add(asked.group());
                    Placeholder.of(asked.group(1)).ifPresentOrElse(p -> {
                        met.add(p);
                        if (p.kind() == Placeholder.Kind.PART) {
                            if (!spot.parts())
                                faults.add(new TemplateFault(TemplateFault.Kind.NOT_HERE, p.typed()));
                            else if (!words.strip().equals(asked.group()))
                                faults.add(new TemplateFault(TemplateFault.Kind.NOT_ALONE, p.typed()));
                        }
                    }, () -> faults.add(new TemplateFault(TemplateFault.Kind.UNKNOWN, asked.group())));
                }
                if (ASKED.matcher(words).replaceAll("").contains("{{"))
                    faults.add(new TemplateFault(TemplateFault.Kind.BROKEN, start(words)));
            }
            hidden(seen, met, faults);
            for (var p : Placeholder.necessary())
                if (!met.contains(p))
                    faults.add(new TemplateFault(TemplateFault.Kind.MISSING, p.typed() + " (" + p.words() + ")"));
            return faults.stream().distinct().toList();
        }

        private static String start(String words) {
            int at = words.indexOf("{{");
            return words.substring(at, Math.min(words.length(), at + 20));
        }

        /** Those that stand only where nothing is filled. */
        private void hidden(Set<String> seen, Set<Placeholder> met, List<TemplateFault> faults) {
            String text;
            try (var cursor = document.getDocument().newCursor()) {
                text = cursor.getTextValue();
            }
            Matcher asked = ASKED.matcher(text);
            while (asked.find())
                if (!seen.contains(asked.group())) {
                    faults.add(new TemplateFault(TemplateFault.Kind.HIDDEN, asked.group()));
                    // It is there, in the wrong place: that is what a person is told, and not that it is missing as well.
                    Placeholder.of(asked.group(1)).ifPresent(met::add);
                }
        }
    }

    /** Fills a template. */
    private static final class Fill {
        private final XWPFDocument document;
        private final Says says;
        private final WordBlocks blocks;

        Fill(XWPFDocument document, Says says) {
            this.document = document;
            this.says = says;
            blocks = new WordBlocks(new WordStyles(document));
        }

        void all() {
            // Taken before anything is filled: what people wrote is never read as a template.
            for (var spot : spots(document)) {
                var asked = ASKED.matcher(spot.words());
                if (!asked.find())
                    continue;
                if (says.line(asked.group(1)) == null)
                    part(spot.paragraph(), says.part(asked.group(1)));
                else
                    lines(spot);
            }
        }

        private void part(XWPFParagraph place, List<Block> said) {
            int at = document.getBodyElements().indexOf(place);
            blocks.replace(place, said);
            if (said.isEmpty() && says.finished() && at > 0 && heading(at - 1)
                    && (at >= document.getBodyElements().size() || heading(at)))
                document.removeBodyElement(at - 1);
        }

        private boolean heading(int at) {
            return document.getBodyElements().get(at) instanceof XWPFParagraph paragraph
                    && blocks.heads(paragraph);
        }

        /** Words in the place of each, in the look of its first letter; from the last, so that places stay true. */
        private void lines(Spot spot) {
            var found = new ArrayList<int[]>();
            var words = new ArrayList<String>();
            var asked = ASKED.matcher(spot.words());
            while (asked.find()) {
                found.add(new int[]{asked.start(), asked.end()});
                words.add(Objects.requireNonNull(says.line(asked.group(1))).strip().replaceAll("\\s+", " "));
            }
            // A sentence about nothing, such as "Cleared by … on …", is none.
            if (words.stream().allMatch(String::isEmpty) && spot.onlyWords())
                blocks.replace(spot.paragraph(), List.of());
            for (int i = found.size() - 1; i >= 0; i--)
                put(spot.texts(), found.get(i)[0], found.get(i)[1], words.get(i));
        }

        private static void put(List<CTText> texts, int from, int to, String words) {
            int at = 0;
            boolean put = false;
            for (var text : texts) {
                var value = text.getStringValue();
                int start = Math.max(from - at, 0);
                int end = Math.min(to - at, value.length());
                if (start < end) {
                    text.setStringValue(value.substring(0, start) + (put ? "" : words) + value.substring(end));
                    text.setSpace(org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space.PRESERVE);
                    put = true;
                }
                at += value.length();
            }
        }
    }
}
