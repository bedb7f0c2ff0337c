package planted.holes;

import heed.access.Permission;
import heed.access.policy.Policy;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Breaks the rules of access on purpose, each route in one way. */
@Controller
@RequestMapping("/planted")
public class HolesController {
    private final Transactions transactions;
    private final JdbcClient db;

    /** Reads concerns past the store. */
    public HolesController(Transactions transactions, JdbcClient db) {
        this.transactions = transactions;
        this.db = db;
    }

    /** Asks for no permission. */
    @GetMapping("/unasked")
    ResponseEntity<String> unasked(Actor by) {
        return ResponseEntity.ok("the desk");
    }

    /** Its list leaves out what the policy hides, and it does not. */
    @GetMapping("/listed-well/{ref}")
    ResponseEntity<String> gotten(Actor by, @PathVariable String ref) {
        by.must(Permission.WORK_CONCERNS);
        if (refs(by, "c.ref = '" + ref.replace("'", "") + "'").isEmpty())
            throw Refusal.NOT_FOUND.because("no such concern");
        return ResponseEntity.ok("a concern");
    }

    /** Shows every normal concern: bars are forgotten. */
    @GetMapping("/listed")
    ResponseEntity<String> listed(Actor by) {
        by.must(Permission.SEE_CONCERNS);
        return ResponseEntity.ok(String.join(" ", refs(by, "c.marking = 'NORMAL'")));
    }

    /** Leaves out what they may see. */
    @GetMapping("/left-out")
    ResponseEntity<String> leftOut(Actor by) {
        by.must(Permission.WORK_CONCERNS);
        return ResponseEntity.ok(String.join(" ", refs(by, "c.danger and " + Policy.office(by).sql("c"))));
    }

    /** Says what is wrong with a form before it asks whether there is anything to send it to. */
    @PostMapping("/checked-first/{ref}")
    ResponseEntity<String> checked(Actor by, @PathVariable String ref,
            @RequestParam(defaultValue = "") String words) {
        if (words.isBlank())
            return ResponseEntity.unprocessableContent().body("Enter some words");
        return gotten(by, ref);
    }

    /** Lets it be known that there is something that is not shown. */
    @GetMapping("/told-apart/{ref}")
    ResponseEntity<String> toldApart(Actor by, @PathVariable String ref) {
        by.must(Permission.WORK_CONCERNS);
        var named = "c.ref = '" + ref.replace("'", "") + "'";
        if (!refs(by, named + " and " + Policy.office(by).sql("c")).isEmpty())
            return ResponseEntity.ok("a concern");
        if (!refs(by, named).isEmpty())
            return ResponseEntity.status(404).body("It is restricted");
        throw Refusal.NOT_FOUND.because("no such concern");
    }

    private List<String> refs(Actor by, String where) {
        return transactions.inScope(by.scope(),
                () -> db.sql("select c.ref from casework.concern c where " + where).query(String.class).list());
    }
}
