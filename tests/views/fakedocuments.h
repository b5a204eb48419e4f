#pragma once

#include "documents/documentservice.h"
#include "support/recordedcalls.h"

namespace finhub::test {

struct RenderArguments {
    documents::LoadedDocument document;
    documents::RenderRequest request;
};

struct TextArguments {
    documents::LoadedDocument document;
    int page = 0;
    documents::TextDetail detail = documents::TextDetail::Text;
};

struct ZoneArguments {
    documents::LoadedDocument document;
    documents::ZoneRequest request;
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
    CallPtr<documents::PageText> text(const documents::LoadedDocument& document, int page,
                                      documents::TextDetail detail) override
    {
        return texts.record({document, page, detail});
    }
    CallPtr<documents::ZoneText> readZone(const documents::LoadedDocument& document,
                                          const documents::ZoneRequest& request) override
    {
        return zones.record({document, request});
    }
    void clear() override {}

    RecordedCalls<documents::LoadedDocument, Document> loads;
    RecordedCalls<documents::RenderedPage, RenderArguments> renders;
    RecordedCalls<documents::PageText, TextArguments> texts;
    RecordedCalls<documents::ZoneText, ZoneArguments> zones;
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

/// A page of one line, every character ten points wide and twelve high, the line a hundred points down.
inline documents::PageText lineOf(const TextArguments& asked, const QString& text, int pages)
{
    documents::PageText page;
    page.text = text;
    page.page = asked.page;
    page.pageCount = pages;
    page.pageSize = QSizeF(595, 842);
    for (int i = 0; i < text.size(); ++i)
        page.places << (asked.detail == documents::TextDetail::Places ? QRectF(50 + i * 10, 100, 10, 12)
                                                                      : QRectF());
    return page;
}

} // namespace finhub::test
