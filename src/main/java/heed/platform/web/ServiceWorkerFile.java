package heed.platform.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks for the service worker anew each time: its address never changes, unlike those of assets, which browsers may keep. */
@Configuration(proxyBeanMethods = false)
class ServiceWorkerFile implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/sw.js").addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache());
    }
}
