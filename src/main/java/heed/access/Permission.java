package heed.access;

import heed.platform.Permit;

/** What a role lets people do. Which records they may do it to is for {@code access.policy} to say. */
public enum Permission implements Permit {
    /** Raise a concern and read one's own. */
    RAISE,
    /** See concerns other than one's own, as far as their marking and exclusions allow. */
    SEE_CONCERNS,
    /** Take up, decide and answer what one may see. */
    WORK_CONCERNS,
    /** Correct what was recorded in error, when another has asked for it. */
    CORRECT_RECORDS,
    /** Say who may see a concern: restrict it, name people on it, let somebody read it for a time. */
    RESTRICT,
    /** Open a restricted concern in an emergency, for an hour and to read. */
    OPEN_IN_EMERGENCY,
    /** See allegations, unless excluded. */
    SEE_ALLEGATIONS,
    /** Grant roles that read concerns. */
    GRANT_READERS,
    /** Grant all other roles. */
    GRANT_OTHERS,
    /** Open, close and reset accounts. */
    MANAGE_ACCOUNTS,
    /** Change the installation's settings. */
    EDIT_SETTINGS,
    /** Change the lists that officers choose from. */
    EDIT_LISTS,
    /** Change the numbers to ring. */
    EDIT_NUMBERS,
    /** See whether the audit log is signed and whole; not what is in it. */
    CHECK_AUDIT_LOG,
    /** Say who is on duty when. */
    EDIT_ROTA,
    /** Say how long a concern may wait before who is told. */
    EDIT_ESCALATION,
    /** Add bank holidays to the calendar, and take them away. */
    EDIT_CALENDAR,
    /** See which messages could not be sent, as far as one may see what they are about. */
    WATCH_MESSAGES,
    /** See figures, as far as one may count what they are of. */
    SEE_FIGURES,
    /** Freeze and publish figures, which are then the same for every reader. */
    PUBLISH_FIGURES,
    /** Read quarters that are published, with small numbers hidden. */
    READ_PUBLISHED,
    /** Load, correct and publish frameworks: editions, scales and crosswalks. */
    KEEP_FRAMEWORKS,
    /** Open cycles of self-assessment, invite organisations and follow where they are. */
    RUN_CYCLES,
    /** Look after the council's return: start it, share it out, check it, submit it. */
    KEEP_RETURN,
    /** Bring papers in from files and say what in them is right. */
    IMPORT_PAPERS,
    /** Look after action plans; one's own actions need no permission. */
    KEEP_PLANS,
    /** Sign the council's return off, as the post that answers for it. */
    SIGN_OFF_RETURN
}
