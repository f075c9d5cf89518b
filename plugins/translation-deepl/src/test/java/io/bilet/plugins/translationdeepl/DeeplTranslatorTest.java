package io.bilet.plugins.translationdeepl;

import static io.bilet.spi.testkit.Requests.plain;
import static io.bilet.spi.testkit.Requests.withGlossary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.testkit.FakePluginContext;
import io.bilet.spi.testkit.HttpFarEndContract;
import io.bilet.spi.testkit.LocalHttp;
import io.bilet.spi.testkit.MachineTranslatorContract;
import io.bilet.spi.testkit.Requests;
import io.bilet.spi.translation.MachineTranslator;
import io.bilet.spi.translation.Translation.Translated;
import io.bilet.spi.translation.TranslationRequest;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeeplTranslatorTest implements MachineTranslatorContract, HttpFarEndContract {

    private final LocalDeepl deepl = new LocalDeepl();
    private final MachineTranslator translator = started(deepl);

    private static MachineTranslator started(LocalDeepl deepl) {
        DeeplPlugin plugin = new DeeplPlugin();
        plugin.start(FakePluginContext.of(
                "translation-deepl",
                Map.of(
                        "auth_key",
                        LocalDeepl.KEY,
                        "base_url",
                        deepl.http().address().toString())));
        return plugin.machineTranslators().get(0);
    }

    @AfterEach
    void close() {
        deepl.close();
    }

    @Test
    void a_glossary_is_made_once_and_again_when_deepl_has_lost_it() throws Exception {
        TranslationRequest request = withGlossary("kutu", "tr", "en", Map.of("kutu", "Crate"), Requests.TIMEOUT);
        translator.translate(request);
        translator.translate(request);
        assertThat(deepl.glossaries()).hasSize(1);

        deepl.glossaries().clear();
        assertThatThrownBy(() -> translator.translate(request)).isInstanceOf(FarEndUnavailable.class);

        assertThat(((Translated) translator.translate(request)).text()).isEqualTo("Crate");
    }

    @Test
    void languages_are_written_as_deepl_wants_them() throws Exception {
        translator.translate(withGlossary("kutu", "tr-TR", "en", Map.of(), Requests.TIMEOUT));

        assertThat(deepl.http().calls().get(0).body()).contains("\"target_lang\":\"EN-US\"", "\"source_lang\":\"TR\"");
    }

    @Override
    public MachineTranslator translator() {
        return translator;
    }

    @Override
    public TranslationFarEnd farEnd() {
        return deepl;
    }

    @Override
    public ThrowingCallable call() {
        return () -> translator.translate(plain("kutu", "en"));
    }

    @Override
    public LocalHttp http() {
        return deepl.http();
    }

    @Override
    public String secret() {
        return LocalDeepl.KEY;
    }
}
