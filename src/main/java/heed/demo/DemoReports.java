package heed.demo;

import heed.assurance.importing.Importing;
import heed.assurance.report.ReportDesk;
import heed.assurance.report.ReportMove;
import heed.assurance.report.ReportWriting;
import heed.platform.Actor;
import heed.records.document.Arriving;
import heed.records.document.Intake;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The invented council's committee reports, last year's published and this year's begun; and a paper that waits for review. */
@Component
@Profile("demo")
class DemoReports {
    /** Parts that are there when a report is begun. */
    private static final Map<String, Integer> THERE = Map.of("HEADER", 1, "RECOMMENDATIONS", 1);

    private final ReportWriting writing;
    private final ReportDesk desk;
    private final Importing importing;
    private final Intake intake;

    DemoReports(ReportWriting writing, ReportDesk desk, Importing importing, Intake intake) {
        this.writing = writing;
        this.desk = desk;
        this.importing = importing;
        this.intake = intake;
    }

    /** Written, checked, approved and published. In a transaction of the council's scope. */
    void lastYear(DemoStory story) {
        var keeper = story.keeper(DemoStory.COUNCIL);
        var script = DemoScript.read("report.yaml", story.today());
        var report = begun(story, keeper, DemoReturns.LAST, -286);
        int version = written(story, keeper, report, script.under("last"), -285);
        for (var found : DemoClock.at(story.at(-281, 0), () -> desk.checking(keeper, report)).open()) {
            DemoClock.at(story.at(-281, 10),
                    () -> writing.settle(keeper, report, found.mark(), script.text("settled")));
            version++;
        }
        int seen = version;
        DemoClock.at(story.at(-280, 0), () -> desk.check(keeper, report, seen));
        DemoClock.at(story.at(-276, 0),
                () -> desk.move(story.signer(DemoStory.COUNCIL), report, seen + 1, ReportMove.APPROVE, ""));
        DemoClock.at(story.at(-270, 0), () -> desk.move(keeper, report, seen + 2, ReportMove.PUBLISH, ""));
    }

    /** Begun, with a few parts written. In a transaction of the council's scope. */
    void thisYear(DemoStory story) {
        var keeper = story.keeper(DemoStory.COUNCIL);
        var report = begun(story, keeper, DemoReturns.THIS, -4);
        written(story, keeper, report, DemoScript.read("report.yaml", story.today()).under("draft"), -4);
    }

    private UUID begun(DemoStory story, Actor keeper, String year, int day) {
        return DemoClock.at(story.at(day, 0),
                () -> writing.begin(keeper, story.id("return:" + year + ":" + DemoStory.COUNCIL)));
    }

    /** Returns the version that the report has then: it counts each part. */
    private int written(DemoStory story, Actor keeper, UUID report, DemoScript parts, int day) {
        int version = 0;
        int minutes = 0;
        for (var part : parts.parts().entrySet()) {
            var name = part.getKey();
            minutes += 10;
            var saved = DemoClock.at(story.at(day, minutes), () -> writing.write(keeper, report, name,
                    THERE.getOrDefault(name, 0), boxes(story, part.getValue())));
            if (saved.how() == ReportWriting.Saved.How.CHANGED_ELSEWHERE)
                throw new IllegalStateException(name + " was not kept");
            if (saved.how() == ReportWriting.Saved.How.SAVED)
                version++;
        }
        return version;
    }

    /** What is typed into each box; a day is typed in three. */
    private static Map<String, String> boxes(DemoStory story, DemoScript part) {
        var boxes = new LinkedHashMap<String, String>();
        part.texts().forEach((name, text) -> {
            if (!name.equals("date")) {
                boxes.put(name, text);
                return;
            }
            var day = story.day(part.number("date"));
            boxes.put("date-day", String.valueOf(day.getDayOfMonth()));
            boxes.put("date-month", String.valueOf(day.getMonthValue()));
            boxes.put("date-year", String.valueOf(day.getYear()));
        });
        return boxes;
    }

    /** A return from the year before last as a file, read, and waiting for somebody to look it through. */
    void earlierPaper(DemoStory story) {
        var keeper = story.keeper(DemoStory.COUNCIL);
        var text = DemoScript.filled("earlier-return.txt", story.today()).getBytes(StandardCharsets.UTF_8);
        DemoClock.at(story.at(-8, 0), () -> {
            if (!(intake.take(keeper, "Standards check, two years ago.txt",
                    new ByteArrayInputStream(text)) instanceof Arriving file))
                throw new IllegalStateException("the paper did not arrive");
            try (file) {
                importing.bringReturn(keeper, file);
            }
        });
    }
}
