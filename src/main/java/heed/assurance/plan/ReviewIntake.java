package heed.assurance.plan;

import heed.access.Permission;
import heed.assurance.paper.Accepted;
import heed.assurance.paper.AcceptedPaper;
import heed.assurance.paper.Field;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Reading;
import heed.platform.Actor;
import heed.platform.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Follows up what an accepted review recommends: each recommendation with its parts is to be answered. */
@Component
@Order(41)
class ReviewIntake implements Accepted {
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    private final Recommendations recommendations;

    ReviewIntake(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @Override
    public PaperKind kind() {
        return PaperKind.REVIEW;
    }

    @Override
    public String says(Actor by, AcceptedPaper paper) {
        var found = paper.reading().of(PieceKind.RECOMMENDATION);
        var years = years(paper.reading());
        if (found.isEmpty())
            return "No recommendation was read. Correct the reading first.";
        if (years.isEmpty())
            return "Its recommendations need a year, and its headings name none. Correct a heading first.";
        return (found.size() == 1 ? "1 recommendation" : found.size() + " recommendations") + " of " + years.getFirst()
                + " can then be answered by actions, or by a decision not to act.";
    }

    @Override
    public UUID take(Actor by, AcceptedPaper paper) {
        var reading = paper.reading();
        var years = years(reading);
        var found = reading.of(PieceKind.RECOMMENDATION);
        if (!by.may(Permission.KEEP_PLANS) || years.isEmpty() || found.isEmpty())
            throw Refusal.NOT_ALLOWED_NOW.because("no recommendation, no year, or not theirs to keep");
        UUID first = null;
        int number = 0;
        for (var piece : found) {
            number++;
            var code = piece.code();
            var id = recommendations.add(by, ActionSource.RECOMMENDATION, Integer.parseInt(years.getFirst()),
                    code == null || code.isBlank() ? String.valueOf(number) : code,
                    new Recommendation.Words(words(reading, piece), from(reading)), paper.id());
            if (first == null)
                first = id;
        }
        return Objects.requireNonNull(first);
    }

    private static String words(Reading reading, Piece piece) {
        return String.join("\n", Stream.concat(Stream.of(piece.field(Field.TEXT).orElse("(no words)")),
                reading.under(piece, PieceKind.SUB_POINT).stream().map(
                        p -> (p.code() == null ? "" : p.code() + " ") + p.field(Field.TEXT).orElse("")))
                .toList());
    }

    @Override
    public String href(UUID made) {
        return "/assurance/recommendations/" + made;
    }

    private static Stream<String> titles(Reading reading) {
        return reading.pieces().stream()
                .filter(p -> p.kind() == PieceKind.HEADER || p.kind() == PieceKind.SECTION
                        || p.kind() == PieceKind.CONTROL)
                .map(p -> p.field(Field.TITLE).or(() -> p.field(Field.VALUE)).or(() -> p.field(Field.LABEL)).orElse(""))
                .map(t -> t.replaceAll("\\s+", " ").strip()).filter(t -> !t.isEmpty());
    }

    private static String from(Reading reading) {
        return titles(reading).findFirst().map(t -> t.length() > 200 ? t.substring(0, 200) : t).orElse("");
    }

    /** Years that its headings name, in their order: the first is when it was written. */
    private static List<String> years(Reading reading) {
        return titles(reading).flatMap(t -> YEAR.matcher(t).results()).map(m -> m.group()).distinct().toList();
    }
}
