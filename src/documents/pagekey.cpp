#include "documents/pagekey.h"

namespace finhub::documents {

namespace {
QByteArray idKey(const Document& document)
{
    return document.verificationId.text().toUtf8() + '/' + document.id.text().toUtf8();
}
} // namespace

// The prefixes keep a server from passing an id off as a hash.
QByteArray documentKey(const Document& document)
{
    return document.sha256.isEmpty() ? "id:" + idKey(document) : "sha256:" + document.sha256.toLower();
}

QByteArray pagesKey(const LoadedDocument& loaded)
{
    const Document& document = loaded.document;
    const bool vouchedFor = document.sha256.isEmpty()
                                ? !document.verificationId.isEmpty() && !document.id.isEmpty()
                                : loaded.hashChecked;
    // A space is in no id and no hash.
    return vouchedFor ? "page of " + documentKey(document) + ' ' : QByteArray();
}

QByteArray pageKey(const LoadedDocument& document, const RenderRequest& request)
{
    const QByteArray pages = pagesKey(document);
    if (pages.isEmpty())
        return {};
    // Taken apart whole, so that whoever adds to a request is asked here whether it changes what comes out.
    const auto& [page, box, demand, region] = request;
    Q_UNUSED(demand)
    const QSize fitted = box.isEmpty() ? QSize(0, 0) : box;
    QByteArray key = pages + QByteArray::number(page) + ' ' + QByteArray::number(fitted.width()) + 'x' +
                     QByteArray::number(fitted.height());
    if (!region.isEmpty()) {
        for (const int number : {region.left(), region.top(), region.width(), region.height()})
            key += ' ' + QByteArray::number(number);
    }
    return key;
}

QByteArray textKey(const LoadedDocument& document, int page, TextDetail detail)
{
    const QByteArray pages = pagesKey(document);
    if (pages.isEmpty())
        return {};
    return pages + (detail == TextDetail::Places ? "places " : "text ") + QByteArray::number(page);
}

} // namespace finhub::documents
