#pragma once

#include "documents/documentservice.h"
#include "support/recordedcalls.h"

namespace finhub::test {

struct RenderArguments {
    documents::LoadedDocument document;
    documents::RenderRequest request;
};

/// A DocumentService that the test answers for.
class FakeDocuments : public documents::DocumentService {
public:
    CallPtr<documents::LoadedDocument> load(const Document& document) override
    {
        return loads.record(document);
    }
    CallPtr<documents::RenderedPage> render(const documents::LoadedDocument& document,
                                            const documents::RenderRequest& request) override
    {
        return renders.record({document, request});
    }
    void clear() override {}

    RecordedCalls<documents::LoadedDocument, Document> loads;
    RecordedCalls<documents::RenderedPage, RenderArguments> renders;
};

inline documents::LoadedDocument loaded(const Document& document)
{
    documents::LoadedDocument result;
    result.document = document;
    result.bytes = "%PDF-";
    result.kind = MimeType::Pdf;
    result.hashChecked = true;
    return result;
}

inline documents::RenderedPage pageOf(const RenderArguments& asked, int pages)
{
    documents::RenderedPage page;
    page.image =
        QImage(asked.request.box.isEmpty() ? QSize(100, 140) : asked.request.box, QImage::Format_RGB32);
    page.image.fill(0xffeeeeee);
    page.page = asked.request.page;
    page.pageCount = pages;
    page.pageSize = QSizeF(595, 842);
    return page;
}

} // namespace finhub::test
