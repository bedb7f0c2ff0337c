package heed.casework.figure;

import heed.access.policy.Policy;
import heed.platform.Actor;
import heed.platform.measure.Definition;
import heed.platform.measure.Question;
import heed.platform.measure.Sight;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** Where a figure leads: to its list, for those who may open it, and else to how it is counted. */
final class Lists {
    private Lists() {
    }

    static boolean open(Actor by, Question question) {
        return question.sight() == Sight.OWN && Policy.opensFigures(by);
    }

    /** Codes, ids and dates only: nothing personal stands in an address. */
    static String href(Actor by, Definition definition, Question question) {
        if (!open(by, question))
            return definition.href();
        var href = new StringBuilder(definition.href()).append("/list?from=").append(question.period().from())
                .append("&until=").append(question.period().until());
        new TreeMap<>(question.filters()).forEach((code, key) -> href.append('&').append(code).append('=')
                .append(URLEncoder.encode(key, StandardCharsets.UTF_8)));
        return href.toString();
    }
}
