package heed.casework.concern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two addresses, as typed, are one home. */
class AddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 Weir Street, Wexley            | 12 weir st
            Flat 3, 12 Weir Street            | 12 Weir Street, Wexley
            Flat 3, 12 Weir Street            | 12 Weir St (flat 3)
            4 Zorquil Lane WX1 2AB            | 4, Zorquil Lane, WX1 2AB
            Mill Cottage, Weir End            | mill cottage
            12 Weir Street WX1 2AB            | 12 Weir Street
            """)
    void one_home(String one, String other) {
        assertThat(Address.same(one, other)).isTrue();
        assertThat(Address.same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Flat 3, 12 Weir Street            | Flat 4, 12 Weir Street
            12 Weir Street                    | 14 Weir Street
            12 Weir Street WX1 2AB            | 12 Weir Street WX7 9ZZ
            ''                                | ''
            No fixed address                  | 12 Weir Street
            """)
    void not_one_home(String one, String other) {
        assertThat(Address.same(one, other)).isFalse();
    }
}
