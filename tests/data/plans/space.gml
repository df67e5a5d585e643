<?xml version="1.0" encoding="UTF-8"?>
<IndoorFeatures xmlns="http://www.opengis.net/indoorgml/1.0/core" xmlns:gml="http://www.opengis.net/gml/3.2" gml:id="if">
  <primalSpaceFeatures><PrimalSpaceFeatures gml:id="ps">
    <cellSpaceMember><CellSpace gml:id="c1"><gml:name>101</gml:name>
      <cellSpaceGeometry><Geometry2D><gml:Polygon gml:id="p1"><gml:exterior><gml:LinearRing>
        <gml:pos>0 0</gml:pos><gml:pos>8 0</gml:pos><gml:pos>8 6</gml:pos><gml:pos>0 6</gml:pos><gml:pos>0 0</gml:pos>
      </gml:LinearRing></gml:exterior></gml:Polygon></Geometry2D></cellSpaceGeometry></CellSpace></cellSpaceMember>
  </PrimalSpaceFeatures></primalSpaceFeatures>
</IndoorFeatures>
