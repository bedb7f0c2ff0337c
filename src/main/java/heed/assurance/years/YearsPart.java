package heed.assurance.years;

import heed.assurance.AssurancePart;
import heed.platform.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The years on the page "Assurance", for those who read whole returns, once a crosswalk is published. */
@Component
@Order(60)
class YearsPart implements AssurancePart {
    private final TenYears years;

    YearsPart(TenYears years) {
        this.years = years;
    }

    @Override
    public Optional<Part> part(Actor by) {
        if (!TenYears.reads(by))
            return Optional.empty();
        return years.crosswalk(by).map(c -> new Part("Year by year",
                List.of(new Row(c.id(), "Themes, year by year", "/assurance/years", "From the crosswalk " + c.name(),
                        "", "grey")),
                "", List.of()));
    }
}
