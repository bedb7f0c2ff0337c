package heed.assurance.paper;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How returns, plans, reports and reviews of many bodies name their columns and headings. Only words of the form are
 * here, none of its subject: no name, date or topic of any paper. What a person mapped goes before.
 */
final class Synonyms {
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern YEAR = Pattern
            .compile("(?: (?:for|in))?(?: (?:the year|in))? \\d{4}(?: \\d{2,4})?$");
    private static final Pattern ARTICLE = Pattern.compile("^(?:the|our) ");
    private static final Pattern RATED = Pattern
            .compile(" (?:rating|rated|grade|graded|score|rag|brag|judgement|judgment) ");
    private static final Pattern SHOWN = Pattern
            .compile(" (?:evidence|evidenced|shows|show|shown|proof|proves|demonstrates) ");
    private static final Pattern DONE_NEXT = Pattern.compile(" (?:actions?|next|improvements?|plan) ");
    private static final Pattern ANSWERED = Pattern
            .compile(" (?:response|answer|meet|met|position|practice|arrangements|narrative|approach) ");
    private static final Map<String, Field> COLUMNS = new HashMap<>();
    private static final Map<String, PieceKind> HEADINGS = new HashMap<>();

    static {
        columns(Field.CODE, "no|nr|ref|reference|number|id|item|ref no|reference number|question no|standard no|q");
        columns(Field.STANDARD, "standard|standards|theme|themes|priority|priorities|strand|domain|section|area"
                + "|priority area|focus area|area of focus|key area|workstream|standard area");
        columns(Field.QUESTION, "question|questions|criterion|criteria|requirement|requirements|statement"
                + "|standard question|what is expected|expectation|expectations|indicator");
        columns(Field.OBJECTIVE, "objective|objectives|aim|aims|goal|goals|what we want to achieve|issue|issues|need");
        columns(Field.ACTION, "action|actions|action required|actions required|actions needed|action needed"
                + "|agreed action|agreed actions|task|tasks|what we will do|what will we do|planned action|deliverable"
                + "|deliverables|action to be taken|actions to be taken|improvement action|activity|activities|step|steps"
                + "|what needs to be done|next steps|further action|key actions|key action|proposed action"
                + "|what we will do next|what will we do next|what we do next|what we plan to do next|what happens next"
                + "|what next");
        columns(Field.INPUT, "input|inputs|resources|resource|resources needed|how|how we will do it|method");
        columns(Field.MEASURE, "measure|measures|success measure|success measures|measure of success|how measured"
                + "|performance measure|target|targets|success criteria|how will we know|kpi|milestone|milestones"
                + "|how we will know");
        columns(Field.OUTCOME, "outcome|outcomes|desired outcome|desired outcomes|expected outcome|expected outcomes"
                + "|intended outcome|intended outcomes|result|output|outputs|what difference will it make");
        columns(Field.IMPACT, "impact|intended impact|impact on people|difference made|benefit|benefits");
        columns(Field.EVIDENCE, "evidence|supporting evidence|evidence of completion|proof|evidence provided|examples"
                + "|evidence source|sources of evidence|our evidence|evidence and examples|evidence of impact");
        columns(Field.LEAD, "lead|leads|lead officer|lead officers|owner|owners|action owner|responsible|responsibility"
                + "|responsible officer|responsible person|person responsible|officer|who|by whom|lead person|led by"
                + "|accountable officer|accountable|lead s|who is responsible|lead agency|lead post|officer responsible");
        columns(Field.TIMESCALE, "timescale|timescales|due|due date|by when|when|deadline|target date|completion date"
                + "|timeframe|time frame|time scale|date|complete by|to be completed by|end date|date due|timeline"
                + "|review date|date for completion|delivery date|by|finish|completion");
        columns(Field.PROGRESS,
                "progress|update|updates|progress update|latest position|progress to date|progress so far"
                        + "|current position|position|commentary on progress");
        columns(Field.STATUS, "status|rag|brag|rag rating|rag status|brag rating|brag status|state|current status"
                + "|status rag rating|progress rag|completed|complete|colour");
        columns(Field.LEARNING_POINT, "learning point|learning points|learning|lesson|lessons|lessons learned"
                + "|lesson learned|key learning");
        columns(Field.RECOMMENDATION, "recommendation|recommendations|finding|findings|recommendation made");
        columns(Field.NOTE, "note|notes|comment|comments|remarks");
        columns(Field.RESPONSE, "response|our response|answer|our answer|self assessment|narrative|how we meet this"
                + "|how do we meet this|current practice|what we do|what do we do|response narrative|how met"
                + "|how we meet it|how do we meet it|how it is met|how we meet the standard|how the standard is met");
        columns(Field.RATING,
                "rating|self rating|own rating|score|grade|judgement|judgment|our rating|self assessed rating"
                        + "|self assessment rating|level|assessment");
        columns(Field.OPTION, "option|options|choice|category|response option|answer option");
        columns(Field.TOTAL, "total|totals|count|number of responses|responses|n");
        columns(Field.PERCENT, "percent|percentage|per cent|share");
        columns(Field.WHO, "person|people|role|name|post|interviewee|who we met|participants|group or person");

        headings(PieceKind.RESPONSE, "response|your response|our response|answer|our answer|narrative|commentary"
                + "|current position|self assessment response|how do we meet this|how we meet this|what we do"
                + "|what do we do|summary of response|self assessment|our position|where we are now|current practice"
                + "|how this is met|how is this met|how we meet it|how do we meet it|how it is met|how is it met"
                + "|how we meet the standard|how we meet this standard|how the standard is met");
        headings(PieceKind.RATING, "rating|self rating|our rating|rag|brag|rag rating|brag rating|rag status|score"
                + "|self score|grade|judgement|judgment|self assessed rating|self assessment rating|our judgement"
                + "|level achieved|our score|our grade|rating given");
        headings(PieceKind.STATEMENT, "evidence|supporting evidence|our evidence|evidence of impact|evidence provided"
                + "|examples|examples of evidence|evidence and examples|sources of evidence|what is the evidence"
                + "|how do we know|how do you know|how we know|proof|evidence in the last year|evidence and impact");
        headings(PieceKind.ACTION, "actions|action|action plan|actions needed|actions required|further action"
                + "|further actions|next steps|improvement actions|planned actions|what we will do next|what needs to happen"
                + "|action required|action needed|actions arising|what we will do|agreed actions|actions to be taken"
                + "|what will we do next|what we do next|what we plan to do next|what happens next|what next");
        headings(PieceKind.CLOSED_ACTION, "completed actions|closed actions|actions completed|actions closed"
                + "|achieved actions|finished actions|completed|previous actions");
        headings(PieceKind.STRENGTH, "strengths|strength|what is working well|what works well|what went well"
                + "|good practice|areas of good practice|areas of strength|key strengths|positives|what is going well"
                + "|working well|what we found to be strong|notable practice");
        headings(PieceKind.DEVELOPMENT, "areas for development|area for development|areas for improvement"
                + "|area for improvement|development areas|what needs to improve|what could be better|weaknesses"
                + "|what is not working well|improvements needed|gaps|what we are worried about|challenges found"
                + "|areas to develop|areas to improve|what needs to be better|needs to improve|even better if"
                + "|points for improvement|for development");
        headings(PieceKind.RECOMMENDATION, "recommendations|recommendation|recommended actions|our recommendations"
                + "|summary of recommendations|list of recommendations|summary and recommendations"
                + "|conclusions and recommendations|what we recommend");
        headings(PieceKind.LEARNING_POINT, "learning points|lessons|lessons learned|key learning|learning"
                + "|key learning points");
        headings(PieceKind.ACHIEVEMENT, "achievements|key achievements|achievements this year"
                + "|what we have achieved|what we achieved|progress this year|progress made|highlights|key highlights"
                + "|successes|what we did|progress and achievements|our achievements|main achievements|work this year"
                + "|what has been achieved|progress in the year");
        headings(PieceKind.FOCUS, "priorities|future priorities|areas of focus|key areas of focus|focus for next year"
                + "|priorities for next year|priorities for the year ahead|next steps|looking ahead|plans for next year"
                + "|the year ahead|future plans|forward look|forward plan|our priorities|priorities for the coming year"
                + "|what comes next|future work");
        headings(PieceKind.RISK, "risks|risk|risks and challenges|risk management|risk implications|challenges"
                + "|challenges and risks|key risks|risk and challenges|risks and issues|risk assessment");
        headings(PieceKind.FIELDWORK, "interviews|focus groups|fieldwork|people we met"
                + "|who we met|who we spoke to|people interviewed|those interviewed|interviewees|people spoken to"
                + "|who took part|whom we met|list of interviews|people seen|who we talked to|interviews held"
                + "|list of interviewees");
        headings(PieceKind.LIMITATION, "limitations|limitation|limits of this review|limits|limitations of this review"
                + "|limitations of the review|what we could not do|scope and limitations|what we did not look at"
                + "|caveats");
        headings(PieceKind.STANDARD, "standards|the standards|list of standards");
        headings(PieceKind.CONTROL, "document control|version control|document history|document information"
                + "|control sheet|version history|document details");
    }

    private Synonyms() {
    }

    /**
     * What a heading of a few words probably labels in a return, by the one word that says it. Only for a heading that
     * comes round again and again: there it is a label whatever its words.
     */
    static Optional<PieceKind> likely(String heading) {
        var words = " " + Mapping.fold(heading) + " ";
        if (words.strip().split(" ").length > 6)
            return Optional.empty();
        if (RATED.matcher(words).find())
            return Optional.of(PieceKind.RATING);
        if (SHOWN.matcher(words).find())
            return Optional.of(PieceKind.STATEMENT);
        if (DONE_NEXT.matcher(words).find())
            return Optional.of(PieceKind.ACTION);
        return ANSWERED.matcher(words).find() ? Optional.of(PieceKind.RESPONSE) : Optional.empty();
    }

    private static void columns(Field field, String words) {
        for (var word : words.split("\\|"))
            COLUMNS.putIfAbsent(word, field);
    }

    private static void headings(PieceKind kind, String words) {
        for (var word : words.split("\\|"))
            HEADINGS.putIfAbsent(word, kind);
    }

    /** What the column of that heading is, as a person said or as is usual. */
    static Optional<Field> column(String heading, Mapping mapping) {
        var said = mapping.column(heading);
        if (said.isPresent())
            return said;
        if (heading.length() > 60)
            return Optional.empty();
        var whole = COLUMNS.get(Mapping.fold(heading));
        return Optional.ofNullable(
                whole != null ? whole : COLUMNS.get(Mapping.fold(BRACKETS.matcher(heading).replaceAll(" "))));
    }

    /** What stands under that heading, as a person said or as is usual; a year behind it does not matter. */
    static Optional<PieceKind> heading(String heading, Mapping mapping) {
        var said = mapping.heading(heading);
        if (said.isPresent())
            return said;
        if (heading.length() > 90)
            return Optional.empty();
        var folded = Mapping.fold(heading.indexOf('(') < 0 ? heading : BRACKETS.matcher(heading).replaceAll(" "));
        if (!folded.isEmpty() && Character.isDigit(folded.charAt(folded.length() - 1)))
            folded = YEAR.matcher(folded).replaceFirst("");
        folded = ARTICLE.matcher(folded).replaceFirst("");
        return Optional.ofNullable(HEADINGS.get(folded));
    }
}
