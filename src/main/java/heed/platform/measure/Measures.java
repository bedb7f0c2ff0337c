package heed.platform.measure;

import heed.platform.Refusal;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every measure there is. */
@Component
public class Measures {
    private final List<Measure> all;

    Measures(List<MeasureSet> sets) {
        var all = sets.stream().flatMap(set -> set.measures().stream()).toList();
        var codes = new HashSet<String>();
        for (var measure : all)
            if (!codes.add(measure.definition().code()))
                throw new IllegalStateException("two measures are called " + measure.definition().code());
        this.all = all;
    }

    /** All, in the order in which they are shown. */
    public List<Measure> all() {
        return all;
    }

    /** The one of this code. @throws heed.platform.Refused as not found where there is none */
    public Measure get(String code) {
        return all.stream().filter(m -> m.definition().code().equals(code)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such figure"));
    }
}
