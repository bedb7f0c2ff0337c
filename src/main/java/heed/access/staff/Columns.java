package heed.access.staff;

/** Where each encrypted text of a member of staff is stored, which its encryption binds. */
final class Columns {
    static final String NAME = "access.staff.name";
    static final String MAIL = "access.staff.mail";
    static final String POST = "access.staff.post";
    static final String MOBILE = "access.staff.mobile";

    static final String IMPORTED = "access.staff_import.people";

    private Columns() {
    }
}
