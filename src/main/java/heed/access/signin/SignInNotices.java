package heed.access.signin;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class SignInNotices implements Notices {
    @Override
    public List<? extends Notice> notices() {
        return List.of(SignInNotice.values());
    }
}
