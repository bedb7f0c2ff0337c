package heed.assurance.exercise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation says of one question itself: of everybody, or of children and adults apart where it was rated so.
 * A rating of everybody holds for each of the two until they are rated by themselves, and again once it is given anew.
 */
final class OwnRatings {
    private OwnRatings() {
    }

    /**
     * The ratings that stand, by whom they are about: of everybody alone, or of children and adults both; null where one of
     * these has none.
     *
     * @param now what each voice says now, of whatever questions
     */
    static Map<Audience, @Nullable Rating> of(List<Rating> now, String item) {
        var all = said(now, item, Audience.ALL);
        var children = standing(all, said(now, item, Audience.CHILDREN));
        var adults = standing(all, said(now, item, Audience.ADULTS));
        var own = new LinkedHashMap<Audience, @Nullable Rating>();
        if (children == null && adults == null)
            own.put(Audience.ALL, all);
        else {
            own.put(Audience.CHILDREN, children == null ? all : children);
            own.put(Audience.ADULTS, adults == null ? all : adults);
        }
        return own;
    }

    private static @Nullable Rating said(List<Rating> now, String item, Audience audience) {
        return now.stream().filter(r -> r.item().equals(item) && r.voice() == Voice.SELF && r.audience() == audience)
                .findFirst().orElse(null);
    }

    private static @Nullable Rating standing(@Nullable Rating all, @Nullable Rating apart) {
        return apart == null || all != null && all.at().isAfter(apart.at()) ? null : apart;
    }
}
