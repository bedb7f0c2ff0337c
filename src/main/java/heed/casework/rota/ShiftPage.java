package heed.casework.rota;

import heed.platform.web.FormPage;

/**
 * The form for a shift.
 *
 * @param form   what it asks
 * @param exists whether the shift is there already and can be removed
 */
public record ShiftPage(FormPage form, boolean exists) {
}
