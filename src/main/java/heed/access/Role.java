package heed.access;

import static heed.access.Permission.*;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people are here, and what each role permits. Granted with a start and an end; everyone with an account is
 * {@link #STAFF} without a grant. The table of domain roles is the source.
 */
public enum Role {
    /** Everyone: raises a concern, sees their own words and what was written back. */
    STAFF("Staff", RAISE),
    /** Advises colleagues; sees only what is shared with them. */
    CHAMPION("Safeguarding champion"),
    /** Designated safeguarding officer: triages and decides. */
    DSO("Designated safeguarding officer", SEE_CONCERNS, WORK_CONCERNS, SEE_FIGURES),
    /** Designated safeguarding lead. */
    DSL("Designated safeguarding lead", SEE_CONCERNS, WORK_CONCERNS, CORRECT_RECORDS, RESTRICT, GRANT_READERS,
            EDIT_ROTA, WATCH_MESSAGES, SEE_FIGURES, PUBLISH_FIGURES),
    /** Safeguarding coordinator: permissions, lists, dashboards. */
    COORDINATOR("Safeguarding coordinator", SEE_CONCERNS, WORK_CONCERNS, GRANT_READERS, EDIT_LISTS, EDIT_NUMBERS,
            EDIT_ROTA, EDIT_ESCALATION, EDIT_CALENDAR, WATCH_MESSAGES, CHECK_AUDIT_LOG, SEE_FIGURES,
            PUBLISH_FIGURES, KEEP_RETURN, IMPORT_PAPERS, KEEP_PLANS),
    /** Given to officers beside their own role, and to whoever is on call: opens a restricted concern in an emergency. */
    EMERGENCY_READER("Emergency access to restricted concerns", OPEN_IN_EMERGENCY),
    /** One of the two named people who receive allegations. */
    ALLEGATIONS_RECIPIENT("Allegations recipient", SEE_ALLEGATIONS, WORK_CONCERNS, CORRECT_RECORDS, WATCH_MESSAGES),
    /** Stands in where a recipient is the subject. */
    ALLEGATIONS_SUBSTITUTE("Substitute allegations recipient", WORK_CONCERNS, CORRECT_RECORDS),
    /** Whistleblowing and councillors' conduct: other processes. */
    MONITORING_OFFICER("Monitoring officer"),
    /** Answers for the council: reads figures and signs the council's return off. */
    ACCOUNTABLE_OFFICER("Accountable officer", SEE_FIGURES, SIGN_OFF_RETURN),
    /** Runs a safeguarding board's business: its frameworks, its cycles, and who takes part in them. */
    BOARD_MANAGER("Board business manager", KEEP_FRAMEWORKS, RUN_CYCLES),
    /** Reads full figures, never a person. */
    STRATEGIC_GROUP("Strategic group member", SEE_FIGURES),
    /** Sits on the cabinet or a scrutiny committee: reads what is published, with small numbers hidden. */
    MEMBER("Councillor or committee member", READ_PUBLISHED),
    /** Subject access, retention, who saw what. */
    DATA_PROTECTION_OFFICER("Data protection officer", CHECK_AUDIT_LOG),
    /** Answers for a provider. */
    PROVIDER_RESPONDENT("Provider respondent"),
    /** Accounts and settings; no concern, case or allegation at all. */
    ADMINISTRATOR("Administrator", MANAGE_ACCOUNTS, GRANT_OTHERS, EDIT_SETTINGS, EDIT_NUMBERS, EDIT_CALENDAR,
            CHECK_AUDIT_LOG);

    /** Roles that read concerns or allegations: granted by a coordinator or lead, never by an administrator. */
    private static final List<Role> READERS = List.of(DSO, DSL, COORDINATOR, EMERGENCY_READER,
            ALLEGATIONS_RECIPIENT,
            ALLEGATIONS_SUBSTITUTE,
            DATA_PROTECTION_OFFICER);

    private final String words;
    private final List<Permission> permits;

    Role(String words, Permission... permits) {
        this.words = words;
        this.permits = List.of(permits);
    }

    /** The role in full, as shown on screen. */
    public String words() {
        return words;
    }

    /** Whether holders read concerns or allegations. */
    public boolean readsConcerns() {
        return READERS.contains(this);
    }

    /** The permit somebody needs to grant or end this role. */
    public Permission grantedWith() {
        return readsConcerns() ? GRANT_READERS : GRANT_OTHERS;
    }

    /** Names of all permits that these roles give together. */
    public static Set<String> permits(Set<Role> roles) {
        return roles.stream().flatMap(r -> r.permits.stream()).map(Enum::name).collect(Collectors.toSet());
    }

    /** Roles that give a permit. */
    public static List<Role> giving(Permission permission) {
        return Arrays.stream(values()).filter(r -> r.permits.contains(permission)).toList();
    }
}
