package heed.journey;

import heed.casework.Town;
import heed.platform.db.Transactions;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a town as a council has set it up: with numbers to ring. */
final class Council {
    private Council() {
    }

    /** A new one. */
    static Town in(ApplicationContext context) {
        var town = Town.in(context);
        context.getBean(Transactions.class).inScope(town.scope(), () -> context.getBean(JdbcClient.class).sql("""
                insert into directory.ring_number (scope_id, sort, name, number, note) values
                  (:scope, 1, 'Multi-agency safeguarding hub', '01632 960001', 'Children, Monday to Friday, 9am to 5pm'),
                  (:scope, 2, 'Adult safeguarding team', '01632 960002', 'Adults, Monday to Friday, 9am to 5pm'),
                  (:scope, 3, 'Emergency duty team', '01632 960003', 'Nights, weekends and bank holidays')""")
                .param("scope", town.scope()).update());
        return town;
    }
}
