package heed.directory.organisation;

import heed.access.staff.Workplaces;
import heed.platform.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the people pages where somebody can work. */
@Component
class OrganisationWorkplaces implements Workplaces {
    private final Organisations organisations;

    OrganisationWorkplaces(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public List<Workplace> councils(Actor by) {
        return organisations.councils(by).stream().map(c -> new Workplace(c.id(), null, c.name())).toList();
    }

    @Override
    public List<Workplace> services(Actor by) {
        return organisations.services(by).stream().map(s -> new Workplace(s.id(), s.council(), s.name())).toList();
    }
}
