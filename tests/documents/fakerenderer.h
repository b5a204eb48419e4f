#pragma once

#include "documents/pagerenderer.h"
#include "support/recordedcalls.h"

namespace finhub::test {

struct RenderArguments {
    QByteArray bytes;
    MimeType kind = MimeType::Unknown;
    documents::RenderRequest request;
};

struct RenderTextArguments {
    QByteArray bytes;
    int page = 0;
    documents::TextDetail detail = documents::TextDetail::Text;
};

/// A PageRenderer that a test answers for.
class FakeRenderer : public documents::PageRenderer {
public:
    CallPtr<documents::RenderedPage> render(const QByteArray& bytes, MimeType kind,
                                            const documents::RenderRequest& request) override
    {
        return calls.record({bytes, kind, request});
    }
    CallPtr<documents::PageText> text(const QByteArray& bytes, int page,
                                      documents::TextDetail detail) override
    {
        return texts.record({bytes, page, detail});
    }
    void promote(const Call<documents::RenderedPage>&) override { ++promoted; }
    void getReady() override { ++gotReady; }
    void endAll() override { ++ended; }

    RecordedCalls<documents::RenderedPage, RenderArguments> calls;
    RecordedCalls<documents::PageText, RenderTextArguments> texts;
    int ended = 0;
    int promoted = 0;
    int gotReady = 0;
};

} // namespace finhub::test
